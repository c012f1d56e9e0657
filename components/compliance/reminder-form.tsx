import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { StatusMark } from '#components/compliance/status-mark'
import type { PlannedReminder } from '#lib/domain/compliance/reminder-plan'
import type { StaffMemberId } from '#lib/domain/ids'

type Candidate = PlannedReminder & {
  readonly emailAddress: string | null
  readonly mail: { readonly subject: string; readonly body: string } | null
}

type ReminderFormProps = {
  readonly action: string
  readonly candidates: readonly Candidate[]
  readonly hrefForPerson: (staffMemberId: StaffMemberId) => string
  /** After a refusal nobody is chosen: that is what it was refused for. */
  readonly isRefused: boolean
}

/** Everyone who owes something, chosen at first, each with the mail that would go out. */
export async function ReminderForm({ action, candidates, hrefForPerson, isRefused }: ReminderFormProps) {
  const t = await getTranslations('practice')
  const ready = candidates.filter(({ mail }) => mail !== null)
  const others = candidates.filter(({ mail }) => mail === null)
  return (
    <>
      {ready.length === 0 && (
        <p className="card" id="people" tabIndex={-1}>
          {t('remind.nobody')}
        </p>
      )}
      {ready.length > 0 && (
        <form action={action} method="post">
          <p className="mb-4 max-w-prose">{t('remind.intro')}</p>
          <ul className="space-y-3" id="people" tabIndex={-1}>
            {ready.map((candidate) => (
              <Chosen candidate={candidate} isChosen={!isRefused} key={candidate.person.staffMemberId} />
            ))}
          </ul>
          <button className="button mt-6" type="submit">
            {t('remind.button')}
          </button>
        </form>
      )}
      {others.length > 0 && (
        <section className="mt-8">
          <h2 className="mb-3">{t('remind.othersTitle')}</h2>
          <ul className="space-y-2">
            {others.map((candidate) => (
              <Other
                candidate={candidate}
                href={hrefForPerson(candidate.person.staffMemberId)}
                key={candidate.person.staffMemberId}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

async function Chosen({ candidate, isChosen }: { candidate: Candidate; isChosen: boolean }) {
  const t = await getTranslations('practice')
  const day = await dayWords()
  const { person, owed, lastReminderOn, emailAddress, mail } = candidate
  return (
    <li className="card">
      <label className="flex min-h-11 items-start gap-3">
        <input
          className="accent-accent mt-1 size-5 shrink-0"
          defaultChecked={isChosen}
          name="people"
          type="checkbox"
          value={person.staffMemberId}
        />
        <span className="space-y-1">
          <span className="block font-semibold">{person.name}</span>
          <span className="text-muted block text-sm wrap-anywhere">{emailAddress}</span>
          {owed.map(({ requirementId, requirementName, status, dueOn }) => (
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1" key={requirementId}>
              <StatusMark status={status} />
              <span>
                {requirementName} · {t('person.dueOn', { on: day(dueOn) })}
              </span>
            </span>
          ))}
          {lastReminderOn && (
            <span className="text-muted block text-sm">{t('remind.last', { on: day(lastReminderOn) })}</span>
          )}
        </span>
      </label>
      <details className="mt-2 sm:pl-8">
        <summary className="text-accent cursor-pointer py-2.5">{t('remind.seeMail')}</summary>
        <p className="mt-2 font-semibold">{mail?.subject}</p>
        <p className="bg-surface border-line mt-2 rounded-lg border p-4 break-words whitespace-pre-wrap">
          {mail?.body}
        </p>
      </details>
    </li>
  )
}

async function Other({ candidate, href }: { candidate: Candidate; href: string }) {
  const t = await getTranslations('practice')
  const day = await dayWords()
  const { person, owed, lastReminderOn } = candidate
  return (
    <li>
      <a className="inline-flex min-h-11 items-center font-medium" href={href}>
        {person.name}
      </a>
      <span className="text-muted ml-2">
        {owed.length > 0 && t('remind.noAddress')}
        {owed.length === 0 && lastReminderOn && t('remind.last', { on: day(lastReminderOn) })}
      </span>
    </li>
  )
}
