import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { DueNotice } from '#components/compliance/due-notice'
import { OutlookTable } from '#components/compliance/outlook-table'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ViewLinks } from '#components/compliance/view-links'
import { WhatIfForm } from '#components/compliance/what-if-form'
import {
  type ForecastView,
  mostLines,
  viewForecast,
  type WhatIf,
} from '#lib/use-cases/practice/view-forecast'
import { whatIfFrom } from '#lib/web/forecast-query'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { plainRoster } from '#lib/web/roster-query'
import { routes } from '#lib/web/routes'
import { viewLinks } from '#lib/web/view-links'

export default async function ForecastPage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/forecast'>) {
  const input = await paramsOr404({ practiceId }, params)
  const wish = whatIfFrom(await searchParams)
  const { view, actor } = await pageContext((context) => viewForecast(context, { ...input, wish }))
  const t = await getTranslations('overview')
  return (
    <PracticeFrame
      actor={actor}
      current="overview"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={t('forecast.title')}
    >
      <ViewLinks current="forecast" links={viewLinks(view.practiceId, plainRoster)} />
      <DueNotice isDue={view.isDue} />
      <p className="mb-6 max-w-prose">{t('forecast.intro')}</p>
      <WhatWould view={view} whatIf={view.asked} />
      <OutlookTable outlook={view.outlook} whatIf={view.whatIf} />
      <WhatIfForm action={routes.practiceForecast(view.practiceId)} values={view.asked} />
    </PracticeFrame>
  )
}

/** What was tried, in words: above the table that shows it. */
async function WhatWould({ view, whatIf: { hire } }: { view: ForecastView; whatIf: WhatIf }) {
  const t = await getTranslations('overview')
  const people = await getTranslations('people')
  const day = await dayWords()
  const { moved, hired, tooMany } = view
  return (
    <>
      {tooMany !== null && (
        <p className="card mb-6">{t('forecast.tooMany', { lines: tooMany, most: mostLines })}</p>
      )}
      {moved && (
        <section className="card mb-6">
          <p>{t('forecast.moved', { count: moved.count })}</p>
          <ul className="mt-2 list-disc pl-5">
            {moved.first.map(({ name, requirement, before, after }) => (
              <li key={`${name} ${requirement}`}>
                {t('forecast.movedLine', {
                  name,
                  requirement,
                  before: before ? day(before) : t('forecast.none'),
                  after: after ? day(after) : t('forecast.none'),
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {hired && hire && (
        <section className="card mb-6">
          <p>
            {t('forecast.hired', { count: hire.count, role: people(`roles.${hire.role}`), on: day(hire.on) })}
          </p>
          {hired.length === 0 && <p className="mt-2">{t('forecast.hiredNothing')}</p>}
          <ul className="mt-2 list-disc pl-5">
            {hired.map(({ requirement, dueOn }) => (
              <li key={requirement}>{t('forecast.hiredLine', { requirement, on: day(dueOn) })}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
