import { getTranslations } from 'next-intl/server'
import type { ComponentProps } from 'react'
import { CertificateList } from '#components/compliance/certificate-list'
import { PersonActions } from '#components/compliance/person-actions'
import { PersonFacts } from '#components/compliance/person-facts'
import { PersonStanding } from '#components/compliance/person-standing'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ReminderList } from '#components/compliance/reminder-list'
import { Timeline } from '#components/compliance/timeline'
import { PersonRecords } from '#components/external/person-records'
import { ErrorSummary, Notice } from '#components/form/form-parts'
import { EntryLinks } from '#components/people/entry-links'
import { MayDo } from '#components/people/may-do'
import { MoreTime } from '#components/people/more-time'
import { PersonReminders } from '#components/reminders/person-reminders'
import type { EntryKind } from '#lib/domain/people/entries/entry'
import { type StaffMemberView, viewStaffMember } from '#lib/use-cases/practice/view-staff-member'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { grantableCapabilities, practiceId, staffMemberId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { routes } from '#lib/web/routes'

export default async function StaffMemberPage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/staff/[staffMemberId]'>) {
  const input = await paramsOr404({ practiceId, staffMemberId }, params)
  const { view, actor, returned } = await pageContext((context) => viewStaffMember(context, input), {
    path: routes.staffMember(input.practiceId, input.staffMemberId),
    search: searchParams,
  })
  const t = await getTranslations('practice')
  const place = [view.practiceId, view.member.id] as const
  const withCorrection = (entry: (typeof view.timeline)[number]) => {
    return {
      ...entry,
      correctHref: view.correctable.includes(entry.id) ? routes.correction(...place, entry.id) : null,
    }
  }
  return (
    <PracticeFrame
      action={<JumpToEntries />}
      actor={actor}
      current="overview"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={view.member.name}
    >
      <ErrorSummary returned={returned} />
      <Notice returned={returned} />
      {view.hasLeft && <p className="card mb-6 font-semibold">{t('person.left')}</p>}
      <div className="grid gap-6 lg:grid-cols-[2fr_1fr]">
        <div className="space-y-6">
          <PersonStanding notes={view.notes} rows={view.standing} today={view.today} />
          <CertificateList
            certificates={view.certificates.map((certificate) => ({
              ...certificate,
              revokeHref: routes.newRevocation(view.practiceId, certificate.id),
            }))}
            hrefFor={routes.verifyCertificate}
          />
          <Timeline entries={view.timeline.map(withCorrection)} hasOlder={view.hasOlderEntries} />
        </div>
        <div className="space-y-6">
          <EntryLinks
            isBarred={view.isBarred}
            links={view.entries.map((kind) => ({ kind, href: entryHref(place, kind) }))}
          />
          <PersonRecords
            externalsHref={routes.externalsOf(...place)}
            licencesHref={routes.licencesOf(...place)}
            waiting={view.waitingExternals}
          />
          <PersonFacts
            emailAddress={view.emailAddress}
            invitation={view.standing[0]?.person.invitation ?? 'none'}
            member={view.member}
          />
          <ReminderList reminders={view.reminders} />
          {!view.hasLeft && <Deeds place={place} returned={returned} view={view} />}
        </div>
      </div>
    </PracticeFrame>
  )
}

type DeedsProps = {
  readonly view: StaffMemberView
  readonly place: readonly [string, string]
  readonly returned: ComponentProps<typeof PersonActions>['returned']
}

/** What can be done about somebody who works here. */
function Deeds({ view, place, returned }: DeedsProps) {
  return (
    <>
      <MayDo
        action={view.canAdminister && !view.isOwn ? routes.capabilities(...place) : null}
        grantable={grantableCapabilities}
        held={view.member.capabilities}
        isOwn={view.isOwn}
        returned={returned}
      />
      <PersonReminders
        hrefs={{ pause: routes.reminderPauses(...place), endPause: routes.reminderPauseEnd(...place) }}
        pausedThrough={view.pausedThrough}
        returned={returned}
        trouble={view.mailTrouble}
      />
      <MoreTime
        accommodation={view.accommodation}
        action={view.isBarred ? null : routes.timeAccommodations(...place)}
        returned={returned}
      />
      <PersonActions
        hrefs={{ resend: routes.invitations(...place), grant: routes.attemptGrants(...place) }}
        invitation={view.standing[0]?.person.invitation ?? 'none'}
        openModules={view.openModules}
        returned={returned}
      />
    </>
  )
}

/** A withdrawal has no questions: its page begins with what it would do. */
function entryHref(place: readonly [string, string], kind: EntryKind): string {
  const page = routes.entry(...place, kind)
  return kind === 'end-withdrawal' ? `${page}?check=1` : page
}

/** On a phone the list of what can be recorded stands far below. */
async function JumpToEntries() {
  const t = await getTranslations('entries')
  return (
    <a className="button-quiet no-print lg:hidden" href="#record-something">
      {t('listTitle')}
    </a>
  )
}
