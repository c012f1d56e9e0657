import type { LocalDate } from '#lib/domain/calendar'
import type { StaffMemberId } from '#lib/domain/ids'
import type { EntryRefusal, ProposedFact, Situation } from '#lib/domain/people/entries/entry'
import { factsOfChanges, factsOfHire, factsOfReturn } from '#lib/domain/people/roster-import/import-facts'
import type { ImportPlan, PlannedPost } from '#lib/domain/people/roster-import/plan-row'
import { type PostChange, withChanges } from '#lib/domain/people/roster-import/post-change'
import type { StaffPost } from '#lib/domain/people/roster-import/staff-post'
import { ok, type Result } from '#lib/domain/result'

/** What a confirmed row writes: the post as it will stand, and the facts that say how it came about. */
export type RowWrite<Post extends StaffPost = StaffPost> = {
  readonly kind: 'new' | 'back' | 'changed'
  /** Null for somebody new. */
  readonly before: Post | null
  readonly post: PlannedPost
  readonly facts: readonly ProposedFact[]
  readonly changes: readonly PostChange[]
}

export type WriteSetting<Post extends StaffPost> = {
  /** The practice's posts as they stand at this moment. */
  readonly byId: ReadonlyMap<string, Post>
  readonly changesFrom: LocalDate
  readonly lastDay: LocalDate | null
  /** What the rules of a person's own page are asked with. */
  readonly situationOf: (post: Post) => Situation
}

type Written<Post extends StaffPost> = Result<RowWrite<Post>, EntryRefusal> | undefined

/** Undefined for a row that writes nothing, and for somebody whose post is over or gone since. */
export function rowWrite<Post extends StaffPost>(
  plan: ImportPlan,
  setting: WriteSetting<Post>,
): Written<Post> {
  switch (plan.kind) {
    case 'new':
      return ok({ kind: 'new', before: null, post: plan.post, facts: factsOfHire(plan.post), changes: [] })
    case 'back': {
      const before = setting.byId.get(plan.before.staffMemberId)
      if (!before) return undefined
      const facts = factsOfReturn(plan.post, setting.situationOf(before))
      return facts.ok ? ok({ kind: 'back', before, post: plan.post, facts: facts.value, changes: [] }) : facts
    }
    case 'changed':
      return changed(setting.byId.get(plan.before.staffMemberId), plan.changes, setting)
    case 'missing': {
      const before = setting.byId.get(plan.staffMemberId)
      const { lastDay } = setting
      const isOver = !before || before.isHidden || before.endedOn !== null
      if (isOver || lastDay === null || plan.refusal !== null) return undefined
      return changed(before, [{ field: 'endedOn', from: null, to: lastDay }], setting)
    }
    case 'unchanged':
    case 'left-out':
    case 'undecided':
    case 'problem':
      return undefined
  }
}

function changed<Post extends StaffPost>(
  before: Post | undefined,
  changes: readonly PostChange[],
  { changesFrom, situationOf }: WriteSetting<Post>,
): Written<Post> {
  if (!before) return undefined
  const facts = factsOfChanges(before, changes, changesFrom, situationOf(before))
  if (!facts.ok) return facts
  return ok({
    kind: 'changed',
    before,
    post: withChanges(before, changes, 'to'),
    facts: facts.value,
    changes,
  })
}

/** Whose post a plan changes; undefined for one that makes a new one, or changes nothing. */
export function whoIn(plan: ImportPlan): StaffMemberId | undefined {
  if (plan.kind === 'missing') return plan.staffMemberId
  return plan.kind === 'changed' || plan.kind === 'back' ? plan.before.staffMemberId : undefined
}
