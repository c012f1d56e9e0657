import { fileOfLesson, lessonEntry, lessonSkeleton } from '#lib/content/authoring/module-skeleton'
import { yamlValue } from '#lib/content/parsed-yaml'
import { editYaml, type YamlEdit } from '#lib/content/yaml-edit/edit-yaml'
import type { YamlValue } from '#lib/content/yaml-edit/yaml-text'
import type { Language } from '#lib/domain/language'

/** A lesson as `version.yaml` names it. What an author left out or wrote otherwise is empty here, and told by the checks. */
export type OutlineLesson = {
  readonly id: string
  readonly title: string
  readonly file: string
  readonly minutes: number | null
  /** Ids of the objectives that it teaches, and of the sources that it names. */
  readonly objectives: readonly string[]
  readonly sources: readonly string[]
}

export type Outline = { readonly lessons: readonly OutlineLesson[]; readonly language: Language }

const asText = (value: unknown) => (typeof value === 'string' ? value : '')
const asTexts = (value: unknown) =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []

/** The lessons in order; undefined where the file cannot be read as YAML. */
export function readOutline(source: string): Outline | undefined {
  const value = yamlValue(source) as
    | { language?: unknown; lessons?: Record<string, unknown>[] }
    | null
    | undefined
  if (value === undefined) return undefined
  const lessons = Array.isArray(value?.lessons) ? value.lessons : []
  return {
    language: value?.language === 'es' ? 'es' : 'en',
    lessons: lessons.map((lesson) => ({
      id: asText(lesson?.['id']),
      title: asText(lesson?.['title']),
      file: asText(lesson?.['file']),
      minutes: typeof lesson?.['minutes'] === 'number' ? lesson['minutes'] : null,
      objectives: asTexts(lesson?.['objectives']),
      sources: asTexts(lesson?.['sources']),
    })),
  }
}

/** What an author says of a lesson beside its text. */
export type LessonFacts = Omit<OutlineLesson, 'id' | 'file' | 'minutes'> & { readonly minutes: number }

export type OutlineDeed =
  | { readonly kind: 'add'; readonly title: string }
  | ({ readonly kind: 'describe'; readonly lessonId: string } & LessonFacts)
  | { readonly kind: 'move'; readonly lessonId: string; readonly to: 'up' | 'down' }
  | { readonly kind: 'remove'; readonly lessonId: string }
  | { readonly kind: 'put-back'; readonly lesson: RemovedLesson }

/** A lesson that was removed, as far as its texts are kept. */
export type RemovedLesson = {
  /** Below the version's folder. */
  readonly file: string
  readonly title: string
  readonly text: string
  /** What `version.yaml` said of it; undefined where that is kept no longer. */
  readonly entry: Readonly<Record<string, YamlValue>> | undefined
}

export type OutlineChange = {
  /** `version.yaml` as it stands after the deed. */
  readonly version: string
  /** A lesson file that begins with the deed, or ends with it; below the version's folder. */
  readonly began: { readonly file: string; readonly text: string } | null
  readonly ended: string | null
}

const list = ['lessons']

/** What a deed makes of `version.yaml`, which says nothing else than before; undefined where it changes nothing. */
export function changedOutline(
  source: string,
  deed: OutlineDeed,
  objectives: readonly string[],
  removed: readonly RemovedLesson[] = [],
): OutlineChange | undefined {
  const outline = readOutline(source)
  if (!outline) return undefined
  if (deed.kind === 'put-back') return withPutBack(source, outline, deed.lesson, objectives)
  if (deed.kind !== 'add') return withoutNew(source, outline, deed)
  const { language, lessons } = outline
  const id = freeId([...lessons, ...removed.map(({ file }) => ({ id: '', file }))])
  const began = { file: fileOfLesson(id), text: lessonSkeleton(language) }
  return withEntry(source, lessons, lessonEntry(id, deed.title, objectives), began)
}

function withoutNew(
  source: string,
  { lessons }: Outline,
  deed: Exclude<OutlineDeed, { readonly kind: 'add' | 'put-back' }>,
): OutlineChange | undefined {
  const place = lessons.findIndex(({ id }) => id === deed.lessonId)
  const lesson = lessons[place]
  if (!lesson) return undefined
  switch (deed.kind) {
    case 'describe': {
      const { title, minutes, objectives, sources } = deed
      const facts = Object.entries({ title, minutes, objectives, sources })
      return afterEdit(
        source,
        facts.map(([key, value]) => ({ kind: 'set', path: [...list, place, key], value })),
      )
    }
    case 'remove':
      if (lessons.length === 1) return undefined
      return afterEdit(source, [{ kind: 'remove', path: [...list, place] }], { ended: lesson.file })
    case 'move': {
      const target = deed.to === 'up' ? place - 1 : place + 1
      if (target < 0 || target >= lessons.length) return undefined
      return afterEdit(source, [{ kind: 'move', path: list, from: place, to: target }])
    }
  }
}

/** Undefined where the file is written so that the edit would change more than it says. */
function afterEdit(
  source: string,
  edits: readonly YamlEdit[],
  files: Partial<Pick<OutlineChange, 'began' | 'ended'>> = {},
): OutlineChange | undefined {
  const version = editYaml(source, edits)
  return version.ok ? { began: null, ended: null, ...files, version: version.value } : undefined
}

/** Behind the last lesson, with a text of its own. */
function withEntry(
  source: string,
  lessons: readonly OutlineLesson[],
  entry: YamlValue,
  began: { readonly file: string; readonly text: string },
): OutlineChange | undefined {
  const edit: YamlEdit =
    lessons.length === 0
      ? { kind: 'set', path: list, value: [entry] }
      : { kind: 'insert', path: list, at: lessons.length, value: entry }
  return afterEdit(source, [edit], { began })
}

/** As it was, under its own id where no other lesson has it by now. */
function withPutBack(
  source: string,
  { lessons }: Outline,
  { file, title, text, entry }: RemovedLesson,
  objectives: readonly string[],
): OutlineChange | undefined {
  if (lessons.some((lesson) => lesson.file === file)) return undefined
  const said = entry ?? { ...lessonEntry(freeId(lessons), title, objectives), file }
  const isTaken = lessons.some(({ id }) => id === said['id'])
  return withEntry(source, lessons, isTaken ? { ...said, id: freeId(lessons) } : said, { file, text })
}

/**
 * Lessons that were removed, with what is known of them. @param removed the last text of each, by its file below the version's
 * folder. @param versions the kept texts of `version.yaml`, the newest first.
 */
export function removedLessons(
  removed: readonly { readonly file: string; readonly text: string }[],
  versions: readonly string[],
): readonly RemovedLesson[] {
  const entries = removed.length === 0 ? [] : versions.flatMap(entriesOf)
  return removed.map(({ file, text }) => {
    const entry = entries.find((each) => each['file'] === file)
    const name = file.slice('lessons/'.length, -'.mdx'.length)
    return { file, text, entry, title: asText(entry?.['title']) || name }
  })
}

function entriesOf(version: string): readonly Readonly<Record<string, YamlValue>>[] {
  const value = yamlValue(version) as { lessons?: unknown } | null | undefined
  const lessons: unknown[] = Array.isArray(value?.lessons) ? value.lessons : []
  return lessons.filter(
    (lesson): lesson is Record<string, YamlValue> =>
      typeof lesson === 'object' && lesson !== null && !Array.isArray(lesson),
  )
}

function freeId(lessons: readonly Pick<OutlineLesson, 'id' | 'file'>[]): string {
  let number = lessons.length + 1
  while (lessons.some(({ id, file }) => id === `l${number}` || file === fileOfLesson(`l${number}`)))
    number += 1
  return `l${number}`
}
