import { addDays, type LocalDate } from '#lib/domain/calendar'
import { type Counted, ofKind } from '#lib/domain/compliance/counted-evidence'
import type { EvidenceEvent } from '#lib/domain/compliance/evidence'
import { employmentsIn, factsThatHold } from '#lib/domain/people/entries/counted-facts'
import type { PersonFact } from '#lib/domain/people/entries/entry'

type Kind = EvidenceEvent['kind']

/** What may be mended in a fact: the day it speaks of, or that it ever was. */
export type Correctable = {
  readonly fact: PersonFact
  /** The day that it speaks of now. */
  readonly on: LocalDate
  /** The facts that stand and fall with it, itself included, each with the days between it and the fact. */
  readonly group: readonly { readonly id: string; readonly daysAfter: number }[]
  readonly mayMove: boolean
  readonly mayStrike: boolean
}

const ways: Partial<Record<Kind, { readonly mayMove: boolean; readonly mayStrike: boolean }>> = {
  employed: { mayMove: true, mayStrike: true },
  'employment-ended': { mayMove: true, mayStrike: true },
  'role-started': { mayMove: true, mayStrike: true },
  'location-set': { mayMove: true, mayStrike: true },
  'employment-kind-set': { mayMove: true, mayStrike: true },
  completed: { mayMove: true, mayStrike: true },
  'external-accepted': { mayMove: true, mayStrike: true },
  'leave-started': { mayMove: true, mayStrike: true },
  // Its day is the last of the leave: another one replaces the plan, so that days between count as leave too.
  'leave-ended': { mayMove: false, mayStrike: true },
  // A later day for the same decision is another decision.
  extended: { mayMove: false, mayStrike: true },
  exempted: { mayMove: false, mayStrike: true },
}

const termsOfHire: readonly Kind[] = ['role-started', 'location-set', 'employment-kind-set']

/** Undefined for a fact that nobody corrects: struck already, unknown, or of a kind that is not a manager's. */
export function findCorrectable(facts: readonly PersonFact[], factId: string): Correctable | undefined {
  const fact = facts.find(({ id }) => id === factId)
  if (fact?.kind === 'corrected') return correctableCorrection(facts, fact)
  const counted = factsThatHold(facts)
  const held = counted.find(({ event }) => event.id === factId)
  const way = fact && ways[fact.kind]
  if (!fact || !held || !way || isTermOfHire(held, counted)) return undefined
  const isFirstHire = fact.kind === 'employed' && employmentsIn(counted)[0]?.from === held.on
  const group = groupOf(held, counted).map(({ event, on }) => ({
    id: event.id,
    daysAfter: on === held.on ? 0 : -1,
  }))
  // Without a first employment there would be no post: it can be moved only.
  return { fact, on: held.on, group, mayMove: way.mayMove, mayStrike: way.mayStrike && !isFirstHire }
}

/** Ids of all facts that may be corrected: what a timeline offers. */
export function correctableIds(facts: readonly PersonFact[]): ReadonlySet<string> {
  return new Set(facts.flatMap(({ id }) => (findCorrectable(facts, id) ? [id] : [])))
}

/** The terms that a hire began with go with the hire. A wrong one is another entry: from that day on, another role. */
function isTermOfHire({ event, on }: Counted, counted: readonly Counted[]): boolean {
  return termsOfHire.includes(event.kind) && ofKind(counted, 'employed').some((hire) => hire.on === on)
}

function groupOf(held: Counted, counted: readonly Counted[]): readonly Counted[] {
  const { event, on } = held
  if (event.kind === 'employed') {
    return counted.filter((each) => each.on === on && [event.kind, ...termsOfHire].includes(each.event.kind))
  }
  if (event.kind !== 'role-started') return [held]
  const ended = ofKind(counted, 'role-ended').filter((each) => each.on === addDays(on, -1))
  return [...ended.filter((each) => each.event.role !== event.role), held]
}

type Correction = Extract<PersonFact, { kind: 'corrected' }>

/** A correction is taken back together with those made in the same breath. A changed plan is changed again instead. */
function correctableCorrection(facts: readonly PersonFact[], fact: Correction): Correctable | undefined {
  const corrections = facts.filter((each) => each.kind === 'corrected')
  const isMended = (one: Correction) =>
    corrections.some(
      (each) =>
        each.corrects === one.id || (each.corrects === one.corrects && each.recordedAt > one.recordedAt),
    )
  const batch = corrections.filter((each) => each.recordedAt === fact.recordedAt)
  if ('replanned' in fact || batch.some(isMended)) return undefined
  const group = batch.map(({ id }) => ({ id, daysAfter: 0 }))
  return { fact, on: fact.effectiveOn, group, mayMove: false, mayStrike: true }
}
