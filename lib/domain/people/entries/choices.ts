import type { LocalDate } from '#lib/domain/calendar'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import { findCorrectable } from '#lib/domain/people/entries/correctable'
import type { EntryKind, PersonFact, Situation } from '#lib/domain/people/entries/entry'
import { type RecordedExemption, recordedExemptions } from '#lib/domain/people/entries/exemption'
import { type ExtensionRange, findExtensionRange } from '#lib/domain/people/entries/extension'
import { type RecordedLeave, recordedLeaves } from '#lib/domain/people/entries/leave'

/** What the pages of entries have to choose from. */
export type EntryChoices = {
  readonly leaves: readonly RecordedLeave[]
  /** Those that have not passed. */
  readonly exemptions: readonly (RecordedExemption & { readonly name: string | null })[]
  /** The requirements that ask something of the person today. */
  readonly requirements: readonly {
    readonly id: string
    readonly name: string
    /** Null where nothing is owed, or the turn cannot be extended any further. */
    readonly extension: ExtensionRange | null
  }[]
  /** The fact that a correction is about. */
  readonly correctable: {
    readonly factId: string
    readonly kind: PersonFact['kind']
    readonly on: LocalDate
    readonly mayMove: boolean
    readonly mayStrike: boolean
  } | null
}

export function entryChoices(situation: Situation, factId: string | null): EntryChoices {
  const { facts, asked, today, now, post } = situation
  const names = new Map(asked.map(({ requirement }) => [requirement.id, requirement.name]))
  const asking = asked.filter(({ history }) => complianceStatus(history, today).status !== 'not-required')
  const found = factId === null ? undefined : findCorrectable(facts, factId)
  return {
    leaves: recordedLeaves(facts).filter(({ from }) => from >= post.startedOn),
    exemptions: recordedExemptions(facts)
      .filter(({ through }) => through >= today)
      .map((each) => ({ ...each, name: names.get(each.requirementId ?? '') ?? null })),
    requirements: asking.map((each) => {
      const range = findExtensionRange(each, today, now)
      const extension = range && range.from <= range.through ? range : null
      return { id: each.requirement.id, name: each.requirement.name, extension }
    }),
    correctable: found
      ? {
          factId: found.fact.id,
          kind: found.fact.kind,
          on: found.on,
          mayMove: found.mayMove,
          mayStrike: found.mayStrike,
        }
      : null,
  }
}

/** What a manager can record about the person as things stand, in the order of a list. A correction begins at a fact. */
export function possibleEntries(situation: Situation, mayChange: boolean): readonly EntryKind[] {
  const { post, today } = situation
  const { leaves, exemptions, requirements } = entryChoices(situation, null)
  const hasLeft = post.endedOn !== null && post.endedOn < today
  const possible: Record<EntryKind, boolean> = {
    leave: !hasLeft,
    'leave-end': !hasLeft && leaves.length > 0,
    extension: requirements.some(({ extension }) => extension !== null),
    exemption: requirements.length > 0,
    'exemption-end': exemptions.length > 0,
    post: !hasLeft,
    'employment-end': mayChange && post.endedOn === null,
    'end-withdrawal': mayChange && !hasLeft && post.endedOn !== null,
    rehire: hasLeft,
    correction: false,
  }
  return Object.entries(possible).flatMap(([kind, is]) => (is ? [kind as EntryKind] : []))
}
