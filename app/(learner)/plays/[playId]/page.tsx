import { redirect } from 'next/navigation'
import { CaseOpeningFacts } from '#components/case/case-opening'
import { ChoiceForm } from '#components/case/choice-form'
import { HappenedNote } from '#components/case/happened-note'
import { SceneText } from '#components/case/scene-text'
import { ErrorSummary } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import { NotTranslated } from '#components/ui/not-translated'
import { wordsOf } from '#components/ui/words'
import { viewPlay } from '#lib/use-cases/cases/view-play'
import { playId } from '#lib/web/learner-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { routes } from '#lib/web/routes'

export default async function PlayPage({ params, searchParams }: PageProps<'/plays/[playId]'>) {
  const input = await paramsOr404({ playId }, params)
  const { view, actor, returned } = await pageContext((context) => viewPlay(context, input), {
    path: routes.play(input.playId),
    search: searchParams,
  })
  if (view.kind === 'ended') redirect(routes.debrief(input.playId))
  if (view.kind === 'over') redirect(routes.case(view.assignmentId, view.caseId))
  const t = await wordsOf('cases')
  const { language, happened, scene, step, about } = view
  return (
    <Shell actor={actor}>
      <ErrorSummary returned={returned} />
      <header className="mb-6">
        <p className="text-muted">{t('kind')}</p>
        <h1 lang={language}>{view.title}</h1>
        <p className="text-muted mt-2">{t('position', { step, about })}</p>
        {view.isPractice && <p className="mt-2 font-medium">{t('practice')}</p>}
        <NotTranslated language={language} />
      </header>
      {happened && <HappenedNote happened={happened} language={language} />}
      <section aria-labelledby="now">
        <h2 className="mb-3" id="now">
          {t('nowTitle')}
        </h2>
        <SceneText language={language} scene={scene} />
        <ChoiceForm
          action={routes.choices(input.playId)}
          hidden={{ step }}
          language={language}
          method="post"
          returned={returned}
          scene={scene}
        />
      </section>
      <details className="border-line mt-10 rounded-lg border px-4">
        <summary className="cursor-pointer py-3 font-medium">{t('recall')}</summary>
        <div className="pb-4">
          <CaseOpeningFacts language={language} opening={view.opening} />
        </div>
      </details>
      <p className="mt-4">
        <a className="inline-flex min-h-11 items-center" href={routes.assignment(view.assignmentId)}>
          {t('overview')}
        </a>
      </p>
    </Shell>
  )
}
