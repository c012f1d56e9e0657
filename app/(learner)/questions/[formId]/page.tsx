import { redirect } from 'next/navigation'
import { ErrorSummary } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import { Question } from '#components/quiz/question'
import { fieldsIn } from '#components/quiz/quiz-items'
import { NotTranslated } from '#components/ui/not-translated'
import { wordsOf } from '#components/ui/words'
import { answerField } from '#lib/domain/curriculum/answer-fields'
import { viewForm } from '#lib/use-cases/forms/view-form'
import { formId } from '#lib/web/learner-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { routes } from '#lib/web/routes'

export default async function FormPage({ params, searchParams }: PageProps<'/questions/[formId]'>) {
  const input = await paramsOr404({ formId }, params)
  const { view, actor, returned } = await pageContext((context) => viewForm(context, input), {
    path: routes.form(input.formId),
    search: searchParams,
  })
  if (view.kind === 'done') redirect(routes.formResult(input.formId))
  if (view.kind === 'over') redirect(routes.formOffer(view.assignmentId, view.moment))
  const t = await wordsOf('questions')
  const { question, number, outOf } = view
  const item = { ...question, vignette: null, chosen: [], revision: 0 }
  const problems = returned.problems.map((problem) =>
    problem.words === 'question-unanswered' ? { ...problem, field: answerField(item.itemId) } : problem,
  )
  return (
    <Shell actor={actor}>
      <p className="text-muted">{view.trackTitle}</p>
      <h1 className="mb-6">{t(`${view.moment}.title`)}</h1>
      <ErrorSummary returned={{ ...returned, problems }} />
      <form action={routes.formAnswers(input.formId)} method="post">
        <input name="step" type="hidden" value={number} />
        <NotTranslated language={question.language} />
        <Question
          count={outOf}
          fields={fieldsIn(item, returned.values)}
          hasTwoAnswers={false}
          item={item}
          language={question.language}
          marked={problems.some(({ words }) => words === 'question-unanswered')}
          number={number}
        />
        <div className="mt-6 flex flex-wrap gap-4">
          <button className="button w-full sm:w-auto" type="submit">
            {t('answer')}
          </button>
          <button className="button-quiet w-full sm:w-auto" name="unknown" type="submit" value="true">
            {t('unknown')}
          </button>
        </div>
      </form>
      <p className="text-muted mt-4">{t('stands')}</p>
      <p className="mt-4">
        <a className="inline-flex min-h-11 items-center" href={routes.assignment(view.assignmentId)}>
          {t('later')}
        </a>
      </p>
    </Shell>
  )
}
