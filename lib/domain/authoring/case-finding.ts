import type { CaseGraphFlaw, CaseSkill } from '#lib/domain/curriculum/case-graph'
import type { CasePointsFlaw } from '#lib/domain/curriculum/case-points'

type TextPart = 'scene' | 'question' | 'lesson' | 'gentle' | 'choice'
export type CaseFindingKind =
  | `text-missing-${TextPart}`
  | 'text-unwritten'
  | 'skills-missing'
  | 'sources-missing'
  | 'choices-few'
  | 'choices-many'
  | 'choices-alike'
  | 'good-missing'
  | 'judgment-missing'
  | 'endangers-not-poor'
  | 'next-missing'
  | 'leads-to-no-end'
  | 'endings-one-sided'
  | 'debrief-missing'
  | 'opening-missing'
  | CasePointsFlaw['kind']
  | CaseGraphFlaw['kind']

/** What is to mend, at the scene and the choice that it concerns; both null for what concerns the whole case. */
export type CaseFinding = {
  readonly kind: CaseFindingKind
  readonly nodeId: string | null
  readonly choiceId: string | null
  readonly skill: CaseSkill | null
}
