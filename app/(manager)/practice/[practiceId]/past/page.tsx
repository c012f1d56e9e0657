import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { GroupCounts } from '#components/compliance/group-counts'
import { Pager } from '#components/compliance/pager'
import { PastForm } from '#components/compliance/past-form'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { RosterFilter } from '#components/compliance/roster-filter'
import { RosterTable } from '#components/compliance/roster-table'
import { ViewLinks } from '#components/compliance/view-links'
import { type PastComplianceView, viewPastCompliance } from '#lib/use-cases/practice/view-past-compliance'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { type PastAddress, pastAddressFrom, withPastAddress } from '#lib/web/past-query'
import { practiceId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { plainRoster } from '#lib/web/roster-query'
import { routes } from '#lib/web/routes'
import { viewLinks } from '#lib/web/view-links'

export default async function PastPage({ params, searchParams }: PageProps<'/practice/[practiceId]/past'>) {
  const input = await paramsOr404({ practiceId }, params)
  const query = pastAddressFrom(await searchParams)
  const { asOf, knownOn } = query
  const { view, actor } = await pageContext((context) =>
    viewPastCompliance(context, { ...input, asOf, knownOn, query }),
  )
  const t = await getTranslations('overview')
  const { today, past } = view
  const problems = {
    on: query.on !== '' && past === null,
    known: query.known !== '' && (knownOn === null || knownOn > today),
  }
  return (
    <PracticeFrame
      actor={actor}
      current="overview"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={t('past.title')}
    >
      <ViewLinks current="past" links={viewLinks(view.practiceId, plainRoster)} />
      <p className="no-print mb-4 max-w-prose">{t('past.intro')}</p>
      <PastForm
        action={routes.practicePast(view.practiceId)}
        known={query.known}
        on={query.on}
        problems={problems}
        today={today}
      />
      {past && !problems.known && <PastTable past={past} query={query} view={view} />}
    </PracticeFrame>
  )
}

type PastTableProps = {
  readonly view: PastComplianceView
  readonly past: NonNullable<PastComplianceView['past']>
  readonly query: PastAddress
}

async function PastTable({ view, past, query }: PastTableProps) {
  const t = await getTranslations('overview')
  const table = await getTranslations('practice')
  const day = await dayWords()
  const path = routes.practicePast(view.practiceId)
  const on = day(past.asOf)
  const hrefFor = (change: Partial<PastAddress>) => withPastAddress(path, { ...query, page: 1, ...change })
  const file = withPastAddress(routes.practicePastRoster(view.practiceId), { ...query, page: 1 })
  const isNobody = past.counted.lines === 0 && past.total === 0
  return (
    <>
      <h2 className="mb-4">
        {past.knownOn
          ? t('past.headingKnown', { on, known: day(past.knownOn) })
          : t('past.heading', { on, today: day(view.today) })}
      </h2>
      <GroupCounts
        chosen={query.group}
        counted={past.counted}
        counts={past.counts}
        hrefFor={(group) => hrefFor({ group })}
      />
      <RosterFilter
        action={path}
        kept={{ on: query.on, known: query.known, show: query.group }}
        locations={view.locations}
        requirements={view.requirements}
        values={{ ...query, part: undefined }}
      />
      <p aria-live="polite" className="text-muted mb-3 text-sm">
        {table('table.rows', { rows: past.total })}
      </p>
      {past.total === 0 && (
        <p className="card">{isNobody ? t('past.nobody', { on }) : table('table.empty')}</p>
      )}
      {past.total > 0 && (
        <RosterTable
          descending={query.descending}
          hrefForPerson={(staffMemberId) => routes.staffMember(view.practiceId, staffMemberId)}
          hrefForSort={(sort, descending) => hrefFor({ sort, descending })}
          isPast
          rows={past.rows}
          sort={query.sort}
          today={past.asOf}
        />
      )}
      <Pager hrefFor={(page) => hrefFor({ page })} page={past.page} pages={past.pages} />
      <p className="no-print mt-8">
        <a href={file}>{t('past.download')}</a>
      </p>
      <p className="no-print mt-2">
        <a href={`${file}&format=xlsx`}>{t('past.workbook')}</a>
      </p>
    </>
  )
}
