import { getLocale } from 'next-intl/server'
import { CaseOpeningFacts } from '#components/case/case-opening'
import { ErrorSummary } from '#components/form/form-parts'
import { Shell } from '#components/layout/shell'
import { ReviewLine } from '#components/training/review-notes'
import { NotTranslated } from '#components/ui/not-translated'
import { wordsOf } from '#components/ui/words'
import { lastReviewOn } from '#lib/domain/curriculum/module'
import { viewCase } from '#lib/use-cases/cases/view-case'
import { dayFormatter } from '#lib/web/format-day'
import { assignmentId, contentId } from '#lib/web/learner-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { routes } from '#lib/web/routes'

const address = { assignmentId, caseId: contentId }

export default async function CasePage({
  params,
  searchParams,
}: PageProps<'/training/[assignmentId]/cases/[caseId]'>) {
  const input = await paramsOr404(address, params)
  const { view, actor, returned } = await pageContext((context) => viewCase(context, input), {
    path: routes.case(input.assignmentId, input.caseId),
    search: searchParams,
  })
  const t = await wordsOf('cases')
  const formatDay = dayFormatter(await getLocale())
  const reviewedOn = lastReviewOn(view.reviewers)
  const overview = routes.assignment(input.assignmentId)
  return (
    <Shell actor={actor}>
      <ErrorSummary returned={returned} />
      <p className="text-muted">
        {t('kind')} · {t('minutes', { minutes: view.minutes })}
      </p>
      <h1 lang={view.language}>{view.title}</h1>
      <p className="mt-2 max-w-prose" lang={view.language}>
        {view.summary}
      </p>
      <NotTranslated language={view.language} />
      <section aria-labelledby="note" className="border-notice-line bg-notice mt-6 rounded-lg border p-4">
        <h2 className="text-base" id="note">
          {t('contentNote')}
        </h2>
        <p className="mt-1 max-w-prose" lang={view.language}>
          {view.opening.contentNote}
        </p>
      </section>
      <section aria-labelledby="opening" className="card mt-6">
        <h2 className="mb-3 text-base" id="opening">
          {t('recall')}
        </h2>
        <CaseOpeningFacts language={view.language} opening={view.opening} />
      </section>
      <section aria-labelledby="how" className="mt-6 max-w-prose">
        <h2 className="text-base" id="how">
          {t('howTitle')}
        </h2>
        <p className="mt-1">{t('how')}</p>
        <p className="mt-2">{t('private')}</p>
      </section>
      <div className="mt-8">
        {view.completedOn && <p className="mb-3">{t('doneOn', { on: formatDay(view.completedOn) })}</p>}
        <Onward action={routes.plays(input.assignmentId, input.caseId)} view={view} />
      </div>
      <p className="mt-6">
        <a className="inline-flex min-h-11 items-center" href={overview}>
          {t('overview')}
        </a>
      </p>
      <ReviewLine
        href={`${overview}#review`}
        partId={input.caseId}
        reviewedOn={reviewedOn && formatDay(reviewedOn)}
        version={view.version}
      />
    </Shell>
  )
}

type OnwardProps = {
  readonly action: string
  readonly view: { readonly playId: string | null; readonly completedOn: string | null }
}

/** One main button: begin, go on, or look at the debrief. */
async function Onward({ action, view: { playId, completedOn } }: OnwardProps) {
  const t = await wordsOf('cases')
  if (!playId)
    return (
      <form action={action} method="post">
        <button className="button w-full sm:w-auto" type="submit">
          {t('start')}
        </button>
      </form>
    )
  return (
    <a className="button w-full sm:w-auto" href={completedOn ? routes.debrief(playId) : routes.play(playId)}>
      {completedOn ? t('seeDebrief') : t('goOn')}
    </a>
  )
}
