import { addDays, type Instant, type LocalDate, laterOf, localDateAt } from '#lib/domain/calendar'
import type { PersonId } from '#lib/domain/ids'
import { factsThatHold } from '#lib/domain/people/entries/counted-facts'
import type { PersonFact } from '#lib/domain/people/entries/entry'
import { recordedExemptions } from '#lib/domain/people/entries/exemption'
import { recordedLeaves } from '#lib/domain/people/entries/leave'
import { postOn } from '#lib/domain/people/entries/post-on'
import { endEmployment } from '#lib/use-cases/practice/end-employment'
import type { Staff, StoryPractice } from '#tests/support/decade/practice'
import type { Deed } from '#tests/support/decade/story'
import { as } from '#tests/support/world'

/** `done`, or why not: a story is told without looking, so that some of it cannot be recorded. */
export type Outcome = string

type Moment = { readonly practice: StoryPractice; readonly now: Instant }
type Of<Kind extends Deed['kind']> = Extract<Deed, { kind: Kind }>

/** Records a deed about somebody as the practice's manager, through the use cases. */
export async function playDeed(
  practice: StoryPractice,
  who: string,
  deed: Deed,
  now: Instant,
): Promise<Outcome> {
  const moment = { practice, now }
  if (deed.kind === 'hire') return hire(moment, who, deed)
  const staff = practice.staff.get(who)
  if (!staff) return 'never-hired'
  switch (deed.kind) {
    case 'end':
      return end(moment, staff, deed)
    case 'rehire':
      return rehire(moment, staff, deed)
    case 'extend':
      return extend(moment, staff, deed)
    case 'exempt':
      return exempt(moment, staff, deed)
    default:
      return record(moment, staff, deed)
  }
}

async function hire(
  { practice, now }: Moment,
  who: string,
  { post, startedOn }: Of<'hire'>,
): Promise<Outcome> {
  const { here, staff, practiceId } = practice
  const own = { ...post, startedOn, emailAddress: `${who.toLowerCase().replaceAll(' ', '.')}@people.example` }
  const result = await here.add(who, own, now)
  if (!result.ok) return result.refusal
  const { staffMemberId } = result.value
  const row = await here.inPractice((tx) =>
    tx.staffMember.findUniqueOrThrow({ where: { practiceId_id: { practiceId, id: staffMemberId } } }),
  )
  staff.set(who, { staffMemberId, personId: row.personId as PersonId, name: who })
  return 'done'
}

async function end(
  { practice, now }: Moment,
  { staffMemberId }: Staff,
  { lastDay }: Of<'end'>,
): Promise<Outcome> {
  const { world, manager, practiceId } = practice
  const input = { practiceId, staffMemberId, lastDay }
  return outcome(await as(world, manager, (context) => endEmployment(context, input), now))
}

async function rehire(
  { practice, now }: Moment,
  { staffMemberId, name }: Staff,
  { post, startedOn }: Of<'rehire'>,
): Promise<Outcome> {
  return outcome(await practice.here.rehire(staffMemberId, { ...post, name, startedOn }, now))
}

/** The first requirement of which something is owed. */
function owedBy({ practice, now }: Moment, { staffMemberId }: Staff) {
  const today = localDateAt(now, practice.zone)
  const { lines, givenOn } = practice.ledger
  const own = [...lines.values()].filter((line) => line.staffMemberId === staffMemberId)
  return own.find(({ key }) => !/^(not-required|,)/.test(givenOn(key, today) ?? ','))
}

async function extend(moment: Moment, staff: Staff, { days }: Of<'extend'>): Promise<Outcome> {
  const { practice, now } = moment
  const line = owedBy(moment, staff)
  const today = localDateAt(now, practice.zone)
  const span = line?.spans.findLast(({ from }) => from <= today)
  const dueOn = span?.answer.dueOn
  if (!line || !dueOn) return 'nothing-owed'
  const to = addDays(laterOf(dueOn, today), days)
  const entry = { kind: 'extension', requirementId: line.requirement.id, to } as const
  return outcome(await practice.here.record(staff.staffMemberId, entry, { at: now }))
}

async function exempt(moment: Moment, staff: Staff, { days }: Of<'exempt'>): Promise<Outcome> {
  const { practice, now } = moment
  const line = owedBy(moment, staff)
  if (!line) return 'nothing-owed'
  const firstDay = localDateAt(now, practice.zone)
  const term = { firstDay, lastDay: addDays(firstDay, days), category: 'short-assignment' } as const
  const entry = { kind: 'exemption', requirementId: line.requirement.id, ...term } as const
  return outcome(await practice.here.record(staff.staffMemberId, entry, { at: now }))
}

type Recorded = Exclude<Deed, { kind: 'hire' | 'end' | 'rehire' | 'extend' | 'exempt' }>
type Entry = Parameters<StoryPractice['here']['record']>[1]

async function record({ practice, now }: Moment, { staffMemberId }: Staff, deed: Recorded): Promise<Outcome> {
  const line = practice.ledger.lines.values().find((each) => each.staffMemberId === staffMemberId)
  const facts = await practice.ledger.factsOf(staffMemberId)
  const today = localDateAt(now, practice.zone)
  const entry = line && entryOf(deed, facts, today)
  if (!entry) return `${deed.kind} of nothing`
  return outcome(await practice.here.record(staffMemberId, entry, { at: now }))
}

function entryOf(deed: Recorded, facts: readonly PersonFact[], today: LocalDate): Entry | undefined {
  switch (deed.kind) {
    case 'stay':
      return { kind: 'end-withdrawal' }
    case 'leave':
      return deed
    case 'leave-end': {
      const [latest] = recordedLeaves(facts)
      return latest && { kind: 'leave-end', factId: latest.factId, lastDay: deed.lastDay }
    }
    case 'post': {
      const standing = {
        role: 'nurse',
        location: null,
        employmentKind: 'employee',
        startedOn: today,
        endedOn: null,
      }
      const { role, location, employmentKind } = postOn(facts, deed.firstDay, standing)
      return { kind: 'post', firstDay: deed.firstDay, role, location, employmentKind, ...deed.change }
    }
    case 'exemption-end': {
      const [latest] = recordedExemptions(facts)
      return latest && { kind: 'exemption-end', factId: latest.factId, lastDay: today }
    }
    default:
      return correctionOf(deed, facts)
  }
}

type Correcting = Of<'move-completion' | 'strike-completion' | 'take-back-correction' | 'move-hire'>

function correctionOf(deed: Correcting, facts: readonly PersonFact[]): Entry | undefined {
  const latest = (kind: string) => factsThatHold(facts).findLast(({ event }) => event.kind === kind)
  switch (deed.kind) {
    case 'move-hire': {
      const hired = latest('employed')
      return hired && { kind: 'correction', factId: hired.event.id, to: addDays(hired.on, deed.days) }
    }
    case 'move-completion': {
      const done = latest('completed')
      return done && { kind: 'correction', factId: done.event.id, to: addDays(done.on, deed.days) }
    }
    case 'strike-completion': {
      const done = latest('completed')
      return done && { kind: 'correction', factId: done.event.id, to: null }
    }
    case 'take-back-correction': {
      const last = facts
        .filter(({ kind }) => kind === 'corrected')
        .toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1))
        .at(-1)
      return last && { kind: 'correction', factId: last.id, to: null }
    }
  }
}

const outcome = (result: { ok: true } | { ok: false; refusal: string }): Outcome =>
  result.ok ? 'done' : result.refusal
