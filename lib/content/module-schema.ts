import { z } from 'zod'
import { minutes, nameId, versionHead, words } from '#lib/content/schema-parts'
import { changeKinds } from '#lib/domain/curriculum/module'

/** `module.yaml`: what stays the same from version to version; it describes the newest one. */
export const moduleSchema = z.strictObject({
  id: nameId,
  title: words,
  summary: words,
  minutes,
  objectives: z.array(z.strictObject({ id: nameId, text: words })).min(1),
})
export type ModuleFile = Readonly<z.infer<typeof moduleSchema>>

const lesson = z.strictObject({
  id: nameId,
  file: z
    .string()
    .regex(/^lessons\/[a-z0-9]+(?:-[a-z0-9]+)*\.mdx$/, 'written like lessons/notice-the-pattern.mdx'),
  title: words,
  minutes,
  objectives: z.array(nameId).min(1),
  sources: z.array(nameId),
})
export type LessonEntry = Readonly<z.infer<typeof lesson>>

/** `version.yaml` */
export const versionSchema = z.strictObject({
  ...versionHead,
  passMarkPercent: z.int().min(1).max(100),
  draw: z.int().min(1),
  /** How many items of each objective, by its id; they add up to `draw`. Without it the items are spread evenly. */
  blueprint: z.record(nameId, z.int().min(1)).exactOptional(),
  /** Of a material change: the lesson that teaches it to those who completed an older version. */
  updateLesson: nameId.exactOptional(),
  lessons: z.array(lesson).min(3),
})
export type VersionFile = Readonly<z.infer<typeof versionSchema>>

const form = z.array(nameId).min(1)

/** `tracks/<id>/vN.yaml`: the modules that a requirement asks for, in order. */
export const trackSchema = z.strictObject({
  id: nameId,
  version: z.int().min(1),
  title: words,
  changeKind: z.enum(changeKinds),
  summary: words,
  modules: z.array(nameId).min(1),
  /** Patient cases that belong to the track, in order. */
  cases: z.array(nameId).min(1).exactOptional(),
  /** Items of the modules' banks: what is asked before the first lesson and after the last, never the same. */
  forms: z.strictObject({ before: form, after: form }).exactOptional(),
  /** The words of this file in Spanish. */
  es: z.strictObject({ title: words, summary: words }).exactOptional(),
})
export type TrackFile = Readonly<z.infer<typeof trackSchema>>
