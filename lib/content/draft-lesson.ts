import { parseDocument } from 'yaml'
import { z } from 'zod'
import { type Language, languages } from '#lib/domain/language'

/** What the files of a draft say about its lessons, as far as they can be read: they are still being written. */
const lessons = z.object({ lessons: z.array(z.unknown()) })
const lesson = z.object({ id: z.string(), file: z.string(), title: z.string() })
const objectives = z.object({ objectives: z.array(z.unknown()) })
const objective = z.object({ id: z.string(), text: z.string() })

export type DraftLesson = z.output<typeof lesson>

/** The plain data of a YAML file, or undefined where it cannot be read. Aliases are not followed. */
function dataOf(bytes: Uint8Array | null): unknown {
  if (!bytes) return undefined
  try {
    return parseDocument(new TextDecoder().decode(bytes), { merge: false }).toJS({ maxAliasCount: 0 })
  } catch {
    return undefined
  }
}

const readable = <Value>(entries: readonly unknown[], schema: z.ZodType<Value>): readonly Value[] =>
  entries.flatMap((entry) => {
    const parsed = schema.safeParse(entry)
    return parsed.success ? [parsed.data] : []
  })

/** The lessons that `version.yaml` names. */
export function lessonsOf(versionFile: Uint8Array | null): readonly DraftLesson[] {
  const parsed = lessons.safeParse(dataOf(versionFile))
  return parsed.success ? readable(parsed.data.lessons, lesson) : []
}

/** The objectives that `module.yaml` names. */
export function objectivesOf(moduleFile: Uint8Array | null): readonly z.output<typeof objective>[] {
  const parsed = objectives.safeParse(dataOf(moduleFile))
  return parsed.success ? readable(parsed.data.objectives, objective) : []
}

const written = z.object({ language: z.enum(languages) })

/** The language that the version is written in; English while nobody has said it. */
export function languageOf(versionFile: Uint8Array | null): Language {
  const parsed = written.safeParse(dataOf(versionFile))
  return parsed.success ? parsed.data.language : 'en'
}
