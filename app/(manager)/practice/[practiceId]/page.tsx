import type { Route } from 'next'
import { getTranslations } from 'next-intl/server'
import { AttemptsAsked } from '#components/compliance/attempts-asked'
import { dayWords } from '#components/compliance/day-words'
import { DueNotice } from '#components/compliance/due-notice'
import { FirstSteps } from '#components/compliance/first-steps'
import { GroupCounts } from '#components/compliance/group-counts'
import { LocalContactTask } from '#components/compliance/local-contact-task'
import { Pager } from '#components/compliance/pager'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { RosterFilter } from '#components/compliance/roster-filter'
import { RosterTable } from '#components/compliance/roster-table'
import { ViewLinks } from '#components/compliance/view-links'
import { ExternalTask } from '#components/external/external-task'
import { MailTroubleNote } from '#components/reminders/mail-trouble-note'
import {
  type PracticeComplianceView,
  viewPracticeCompliance,
} from '#lib/use-cases/practice/view-practice-compliance'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { type RosterAddress, rosterAddressFrom, withRosterAddress } from '#lib/web/roster-query'
import { routes } from '#lib/web/routes'
import { viewLinks } from '#lib/web/view-links'

export default async function PracticePage({ params, searchParams }: PageProps<'/practice/[practiceId]'>) {
  const input = await paramsOr404({ practiceId }, params)
  const query = rosterAddressFrom(await searchParams)
  const { view, actor } = await pageContext((context) =>
    viewPracticeCompliance(context, { ...input, part: query.part, query }),
  )
  const t = await getTranslations('practice')
  const day = await dayWords()
  const path = routes.practice(view.practiceId)
  const hrefFor = (change: Partial<RosterAddress>) =>
    withRosterAddress(path, { ...query, page: 1, ...change })
  const add = routes.newStaffMember(view.practiceId)
  const require = routes.newRequirement(view.practiceId)
  // The first steps carry the one thing to do.
  const isNew = !view.hasColleagues && view.requirements.length === 0 && query.part === 'current'
  return (
    <PracticeFrame
      action={
        !isNew && (
          <a className="button" href={add}>
            {t('overview.addStaff')}
          </a>
        )
      }
      actor={actor}
      current="overview"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={t('overview.title', { on: day(view.today) })}
    >
      <FirstSteps
        addHref={add}
        hasColleagues={view.hasColleagues}
        require={view.requirements.length === 0 ? require : null}
      />
      <DueNotice isDue={view.isDue} />
      <MailTroubleNote count={view.undelivered} href={routes.reminderRecord(view.practiceId)} />
      <AttemptsAsked
        asked={view.attemptsAsked}
        formatDay={day}
        hrefFor={(staffMemberId) => routes.staffMember(view.practiceId, staffMemberId)}
      />
      <ExternalTask href={routes.waitingExternals(view.practiceId)} waiting={view.waitingExternals} />
      <LocalContactTask href={routes.localContacts(view.practiceId)} tasks={view.localContacts} />
      {view.requirements.length > 0 && query.part === 'current' && (
        <GroupCounts
          chosen={query.group}
          counted={view.counted}
          counts={view.counts}
          hrefFor={(group) => hrefFor({ group })}
        />
      )}
      {!isNew && (
        <RosterFilter
          action={path}
          kept={{ show: query.group, sort: query.sort, order: query.descending ? 'down' : null }}
          locations={view.locations}
          requirements={view.requirements}
          values={query}
        />
      )}
      {!isNew && <ViewLinks current="list" links={viewLinks(view.practiceId, query)} />}
      <Roster hrefFor={hrefFor} path={path} query={query} view={view} />
    </PracticeFrame>
  )
}

type RosterProps = {
  readonly view: PracticeComplianceView
  readonly query: RosterAddress
  readonly path: Route
  readonly hrefFor: (change: Partial<RosterAddress>) => Route
}

/** The table as the filters leave it, its pages, and the way to take it along. */
async function Roster({ view, query, path, hrefFor }: RosterProps) {
  const file = withRosterAddress(routes.roster(view.practiceId), { ...query, page: 1 })
  const t = await getTranslations('practice')
  return (
    <>
      <p aria-live="polite" className="text-muted mb-3 text-sm">
        {t('table.rows', { rows: view.total })}
      </p>
      {view.total === 0 && (
        <p className="card">
          {t('table.empty')} <a href={path}>{t('counts.showAll')}</a>
        </p>
      )}
      {view.total > 0 && (
        <RosterTable
          descending={query.descending}
          hrefForPerson={(staffMemberId) => routes.staffMember(view.practiceId, staffMemberId)}
          hrefForSort={(sort, descending) => hrefFor({ sort, descending })}
          rows={view.rows}
          sort={query.sort}
          today={view.today}
        />
      )}
      <Pager hrefFor={(page) => hrefFor({ page })} page={view.page} pages={view.pages} />
      <p className="no-print mt-8">
        <a href={file}>{t('overview.download')}</a>
      </p>
      <p className="no-print mt-2">
        <a href={`${file}${file.includes('?') ? '&' : '?'}format=xlsx`}>{t('overview.workbook')}</a>
      </p>
      <p className="no-print mt-2">
        <a href={routes.newRosterImport(view.practiceId)}>{t('overview.import')}</a>
      </p>
    </>
  )
}
