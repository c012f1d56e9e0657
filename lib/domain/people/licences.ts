import { addMonths, type Instant, type LocalDate } from '#lib/domain/calendar'

/** What was written down about a person's licences, each of its own day; nothing is ever changed. */
export type LicenceFact = {
  readonly id: string
  readonly licenceId: string
  readonly recordedAt: Instant
  readonly effectiveOn: LocalDate
  /** Who wrote it, as the practice knows them; null where nobody does any more. */
  readonly by: string | null
  readonly reason: string | null
  /** A later correction says that it never was. */
  readonly isVoid: boolean
} & (
  | {
      readonly kind: 'licence-recorded'
      readonly state: string
      readonly profession: string
      readonly number: string
    }
  /** Of the licence that requirements follow, where the person has several. */
  | { readonly kind: 'licence-renewal-set'; readonly dueOn: LocalDate }
  /** Of another one: kept, and followed by no requirement. */
  | { readonly kind: 'licence-renewal-noted'; readonly dueOn: LocalDate }
  | { readonly kind: 'licence-renewal-proposed'; readonly dueOn: LocalDate }
  | { readonly kind: 'licence-proposal-declined'; readonly proposalId: string }
  | { readonly kind: 'licence-ended' }
)

export type Licence = {
  readonly id: string
  readonly state: string
  readonly profession: string
  readonly number: string
  /** Null until somebody records it. */
  readonly renewsOn: LocalDate | null
  /** The fact that says so. */
  readonly renewalId: string | null
  /** The requirements that follow a licence follow this one. */
  readonly leads: boolean
  /** What its holder says it is, until a manager records a date or declines. */
  readonly proposal: { readonly id: string; readonly dueOn: LocalDate } | null
  readonly endedOn: LocalDate | null
  /** The newest first. */
  readonly history: readonly LicenceFact[]
}

/** Licences as the facts leave them, in the order in which they were first recorded. */
export function licencesFrom(facts: readonly LicenceFact[]): readonly Licence[] {
  const inOrder = [...facts].sort((a, b) => (order(a) < order(b) ? -1 : 1))
  const leader = inOrder.findLast(({ kind, isVoid }) => kind === 'licence-renewal-set' && !isVoid)
  return [...Map.groupBy(inOrder, ({ licenceId }) => licenceId)].flatMap(([id, own]) => {
    const licence = licenceFrom(id, own)
    return licence ? [{ ...licence, leads: leader?.licenceId === id && licence.endedOn === null }] : []
  })
}

const order = ({ recordedAt, kind, id }: LicenceFact) => `${recordedAt} ${kind} ${id}`

function licenceFrom(id: string, all: readonly LicenceFact[]): Omit<Licence, 'leads'> | undefined {
  const facts = all.filter(({ isVoid }) => !isVoid)
  const said = facts.findLast((fact) => fact.kind === 'licence-recorded')
  if (!said) return undefined
  const { state, profession, number } = said
  const renewal = facts.findLast(isRenewal)
  const ended = facts.findLast((fact) => fact.kind === 'licence-ended')
  return {
    id,
    state,
    profession,
    number,
    renewsOn: renewal?.dueOn ?? null,
    renewalId: renewal?.id ?? null,
    proposal: openProposal(facts),
    endedOn: ended?.effectiveOn ?? null,
    history: all.toReversed(),
  }
}

type Renewal = Extract<LicenceFact, { readonly kind: 'licence-renewal-set' | 'licence-renewal-noted' }>
const isRenewal = (fact: LicenceFact): fact is Renewal =>
  fact.kind === 'licence-renewal-set' || fact.kind === 'licence-renewal-noted'

/** The last one, unless a manager recorded a date or declined it since. */
function openProposal(facts: readonly LicenceFact[]): Licence['proposal'] {
  const at = facts.findLastIndex((fact) => fact.kind === 'licence-renewal-proposed')
  const proposed = facts[at]
  if (proposed?.kind !== 'licence-renewal-proposed') return null
  const isAnswered = facts.slice(at).some((fact) => isRenewal(fact) || answers.includes(fact.kind))
  return isAnswered ? null : { id: proposed.id, dueOn: proposed.dueOn }
}

const furthestYears = 10

/** Whether a renewal date is so far from today that a year was most likely typed wrong. */
export function renewalFault(renewsOn: LocalDate, today: LocalDate): boolean {
  return renewsOn < addMonths(today, -12 * furthestYears) || renewsOn > addMonths(today, 12 * furthestYears)
}

const answers: readonly LicenceFact['kind'][] = ['licence-proposal-declined', 'licence-ended']

/** The last three signs; nothing of a number so short that they would be most of it. */
function maskedNumber(number: string): string {
  return number.length > 6 ? `••••${number.slice(-3)}` : '••••'
}

/** A licence as its holder sees it: the page may lie open on a desk. */
export type OwnLicence = Omit<Licence, 'history'> & {
  /** Why the date that they proposed last was not recorded, where that was the last word. */
  readonly declined: string | null
}

export function ownLicence({ history, ...licence }: Licence): OwnLicence {
  const [last] = history
  const declined = last?.kind === 'licence-proposal-declined' ? (last.reason ?? '') : null
  return { ...licence, number: maskedNumber(licence.number), declined }
}

export const professions = [
  'physician',
  'physician-assistant',
  'nurse-practitioner',
  'registered-nurse',
  'practical-nurse',
  'dentist',
  'dental-hygienist',
  'psychologist',
  'social-worker',
  'counselor',
  'pharmacist',
  'therapist',
  'medical-assistant',
  'other',
] as const
export type Profession = (typeof professions)[number]
