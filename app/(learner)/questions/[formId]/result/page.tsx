import { redirect } from 'next/navigation'
import { ErrorSummary } from '#components/form/form-parts'
import { GainWords } from '#components/forms/gain-words'
import { LessonLinks } from '#components/forms/lesson-links'
import { Shell } from '#components/layout/shell'
import { wordsOf } from '#components/ui/words'
import { type FormResult, viewFormResult } from '#lib/use-cases/forms/view-form-result'
import { formId } from '#lib/web/learner-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { routes } from '#lib/web/routes'

export default async function FormResultPage({
  params,
  searchParams,
}: PageProps<'/questions/[formId]/result'>) {
  const input = await paramsOr404({ formId }, params)
  const { view, actor, returned } = await pageContext((context) => viewFormResult(context, input), {
    path: routes.formResult(input.formId),
    search: searchParams,
  })
  if (view.kind === 'open') redirect(routes.form(input.formId))
  return (
    <Shell actor={actor}>
      <ErrorSummary returned={returned} />
      <p className="text-muted">{view.trackTitle}</p>
      {view.kind === 'before' ? <Before formId={input.formId} view={view} /> : <After view={view} />}
    </Shell>
  )
}

const lessonsOf = (assignmentId: string) => (moduleId: string, lessonId: string) =>
  routes.lesson(assignmentId, moduleId, lessonId)

type Shown<Kind> = Extract<FormResult, { readonly kind: Kind }>

/** No count and no key: both are told together, after the training. */
async function Before({ view, formId }: { view: Shown<'before'>; formId: string }) {
  const t = await wordsOf('questions')
  const { skippable, assignmentId } = view
  const hasLessons = skippable !== null && skippable.lessons.length > 0
  const isChoice = hasLessons && !skippable.areSkipped
  return (
    <>
      <h1>{t('before.doneTitle')}</h1>
      <p className="mt-2 max-w-prose">{t('before.done')}</p>
      {hasLessons && (
        <section aria-labelledby="shown" className="card mt-6">
          <h2 className="mb-2" id="shown">
            {t('shownTitle')}
          </h2>
          <p className="mb-3 max-w-prose">{skippable.areSkipped ? t('areSkipped') : t('shown')}</p>
          <LessonLinks lessonHref={lessonsOf(assignmentId)} lessons={skippable.lessons} />
          {isChoice && (
            <form action={routes.skippedLessons(formId)} className="mt-4" method="post">
              <button className="button w-full sm:w-auto" type="submit">
                {t('skipLessons', { count: skippable.lessons.length })}
              </button>
            </form>
          )}
        </section>
      )}
      {skippable !== null && !hasLessons && <p className="mt-4 max-w-prose">{t('nothingShown')}</p>}
      <p className="mt-8">
        <a
          className={`${isChoice ? 'button-quiet' : 'button'} w-full sm:w-auto`}
          href={routes.assignment(assignmentId)}
        >
          {isChoice ? t('readAll') : t('toTraining')}
        </a>
      </p>
    </>
  )
}

async function After({ view }: { view: Shown<'after'> }) {
  const t = await wordsOf('questions')
  return (
    <>
      <h1 className="mb-6">{t('after.doneTitle')}</h1>
      <GainWords gain={view.gain} told={view.told} />
      {view.revisit.length > 0 && (
        <section aria-labelledby="revisit" className="mt-8">
          <h2 className="mb-2" id="revisit">
            {t('revisitTitle')}
          </h2>
          <LessonLinks lessonHref={lessonsOf(view.assignmentId)} lessons={view.revisit} />
        </section>
      )}
      <p className="mt-8">
        <a className="button w-full sm:w-auto" href={routes.assignment(view.assignmentId)}>
          {t('overview')}
        </a>
      </p>
    </>
  )
}
