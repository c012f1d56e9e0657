import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import type { InvitationState } from '#lib/domain/access/invitation'
import type { LocalDate } from '#lib/domain/calendar'

type PersonFactsProps = {
  readonly emailAddress: string | null
  readonly invitation: InvitationState
  readonly member: {
    readonly role: string
    readonly employmentKind: string
    readonly location: string | null
    readonly startedOn: LocalDate
    readonly endedOn: LocalDate | null
  }
}

/** The post as it holds today. */
export async function PersonFacts({ emailAddress, invitation, member }: PersonFactsProps) {
  const t = await getTranslations('practice')
  const people = await getTranslations('people')
  const day = await dayWords()
  const facts = [
    ['email', emailAddress ?? t('person.noEmail')],
    ['role', people(`roles.${member.role}`)],
    ['kind', people(`employmentKinds.${member.employmentKind}`)],
    ['location', member.location],
    ['startedOn', day(member.startedOn)],
    ['endedOn', member.endedOn && day(member.endedOn)],
    ['invitation', t(`invitation.${invitation}`)],
  ] as const
  return (
    <section className="card">
      <h2 className="mb-3">{t('person.facts')}</h2>
      <dl className="space-y-2">
        {facts.map(
          ([name, words]) =>
            words && (
              <div key={name}>
                <dt className="text-muted text-sm">{t(`person.${name}`)}</dt>
                <dd className="wrap-anywhere">{words}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  )
}
