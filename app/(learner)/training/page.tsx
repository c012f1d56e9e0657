import { getLocale, getTranslations } from 'next-intl/server'
import { ExternalAddLinks } from '#components/external/external-add-links'
import { Shell } from '#components/layout/shell'
import { NextStepCard } from '#components/training/next-step-card'
import { TrainingList } from '#components/training/training-list'
import { type MyTraining, viewMyTraining } from '#lib/use-cases/training/view-my-training'
import { dayFormatter } from '#lib/web/format-day'
import { pageContext } from '#lib/web/page'
import { routes } from '#lib/web/routes'
import { nextStepHref } from '#lib/web/training-links'

export default async function MyTrainingPage() {
  const { view, actor } = await pageContext(viewMyTraining)
  const t = await getTranslations('training')
  const formatDay = dayFormatter(await getLocale())
  const calendar = await getTranslations('calendar')
  return (
    <Shell actor={actor}>
      <h1 className="mb-6">{t('title')}</h1>
      <First formatDay={formatDay} view={view} />
      {view.items.length > 0 && (
        <TrainingList
          formatDay={formatDay}
          hrefOf={(item) => routes.assignment(item.assignmentId)}
          items={view.items}
          updateHrefOf={(item) => routes.trackUpdate(item.assignmentId)}
        />
      )}
      {view.items.length > 0 && (
        <p className="no-print mt-8">
          <a className="inline-flex min-h-11 items-center" href={routes.accountCalendar}>
            {calendar('mine')}
          </a>
        </p>
      )}
      <div className="mt-8">
        <ExternalAddLinks hrefFor={routes.newExternal} memberships={actor.memberships} />
      </div>
    </Shell>
  )
}

/** The one next step; where there is none, what goes here, or that all is done. */
async function First({ view, formatDay }: { view: MyTraining; formatDay: (on: string) => string }) {
  const t = await getTranslations('training')
  const { first } = view
  if (first?.next) {
    const href = nextStepHref(first.assignmentId, first.next)
    return (
      <NextStepCard
        formatDay={formatDay}
        formHref={routes.formOffer(first.assignmentId, 'before')}
        href={href}
        item={{ ...first, next: first.next }}
        showTitle
      />
    )
  }
  const isEmpty = view.items.length === 0
  return (
    <div className="card sm:p-8">
      <p className="text-lg">{isEmpty ? t('empty') : t('nothingToDo')}</p>
      <p className="mt-4">
        <a className="button-quiet" href={isEmpty ? routes.handbookGuide('staff') : routes.certificates}>
          {isEmpty ? t('emptyAction') : t('certificates')}
        </a>
      </p>
    </div>
  )
}
