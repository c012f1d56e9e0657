import { z } from 'zod'
import { minutes, nameId, optionId, versionHead, words } from '#lib/content/schema-parts'
import { caseOutcomes, caseSkills, judgments } from '#lib/domain/curriculum/case-graph'
import { mostPoints } from '#lib/domain/curriculum/case-points'

/** `case.yaml`: what stays the same from version to version; it describes the newest one. */
export const caseSchema = z.strictObject({
  id: nameId,
  title: words,
  summary: words,
  minutes,
  /** Objectives of the modules that the case exercises. */
  objectives: z.array(nameId).min(1),
})
export type CaseFile = Readonly<z.infer<typeof caseSchema>>

/** `vN/version.yaml` of a case. */
export const caseVersionSchema = z.strictObject({
  ...versionHead,
  /** Who can help with what the case is about; shown beside the debrief. */
  contacts: z.array(nameId),
})
export type CaseVersionFile = Readonly<z.infer<typeof caseVersionSchema>>

const opening = z.strictObject({
  setting: words,
  /** Whom the learner plays. */
  role: words,
  patient: z.strictObject({ name: words, age: z.int().min(0).max(120), pronouns: words, reason: words }),
  known: z.array(words).min(1),
  /** What is hard to read in the case; said before it starts. */
  contentNote: words,
})

const skill = z.enum(caseSkills)

/** The scene of a node. One that is hard to read comes with a gentle text, which is shown first. */
const scene = {
  id: nameId,
  scene: words,
  contentNote: z.strictObject({ about: words, gentle: words }).exactOptional(),
}

const option = z.strictObject({
  id: optionId,
  text: words,
  judgment: z.enum(judgments),
  /** It can bring somebody into danger: the player says so at once. */
  endangers: z.literal(true).exactOptional(),
  points: z.partialRecord(skill, z.int().min(0).max(mostPoints)),
  consequence: words,
  feedback: words,
  next: nameId,
})
export type OptionEntry = Readonly<z.infer<typeof option>>

const decision = z.strictObject({
  ...scene,
  kind: z.literal('decision'),
  question: words,
  skills: z.array(skill).min(1),
  sources: z.array(nameId).min(1),
  options: z.array(option).min(2, 'a decision has 2 to 4 options').max(4, 'a decision has 2 to 4 options'),
})
export type DecisionEntry = Readonly<z.infer<typeof decision>>

const ending = z.strictObject({
  ...scene,
  kind: z.literal('ending'),
  outcome: z.enum(caseOutcomes),
  /** What the debrief says first: what this way through shows. */
  lesson: words,
  sources: z.array(nameId).exactOptional(),
})

const node = z.discriminatedUnion('kind', [decision, ending])
export type NodeEntry = Readonly<z.infer<typeof node>>

const debrief = z.strictObject({ strong: words, weak: words, sources: z.array(nameId).min(1) })

/** `vN/encounter.yaml`: the nodes of the encounter, and what the debrief says of each skill. */
export const encounterSchema = z.strictObject({
  opening,
  start: nameId,
  nodes: z.array(node).min(1),
  debrief: z.record(skill, debrief),
})
export type EncounterFile = Readonly<z.infer<typeof encounterSchema>>
