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
}

export type Outline = { readonly lessons: readonly OutlineLesson[]; readonly language: Language }

const asText = (value: unknown) => (typeof value === 'string' ? value : '')

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
    })),
  }
}

export type OutlineDeed =
  | { readonly kind: 'add'; readonly title: string }
  | { readonly kind: 'rename'; readonly lessonId: string; readonly title: string }
  | { readonly kind: 'move'; readonly lessonId: string; readonly to: 'up' | 'down' }
  | { readonly kind: 'remove'; readonly lessonId: string }

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
): OutlineChange | undefined {
  const outline = readOutline(source)
  if (!outline) return undefined
  if (deed.kind === 'add') return withLesson(source, outline, deed.title, objectives)
  return withoutNew(source, outline, deed)
}

function withoutNew(
  source: string,
  { lessons }: Outline,
  deed: Exclude<OutlineDeed, { readonly kind: 'add' }>,
): OutlineChange | undefined {
  const place = lessons.findIndex(({ id }) => id === deed.lessonId)
  const lesson = lessons[place]
  if (!lesson) return undefined
  switch (deed.kind) {
    case 'rename':
      return afterEdit(source, { kind: 'set', path: [...list, place, 'title'], value: deed.title })
    case 'remove':
      if (lessons.length === 1) return undefined
      return afterEdit(source, { kind: 'remove', path: [...list, place] }, { ended: lesson.file })
    case 'move': {
      const target = deed.to === 'up' ? place - 1 : place + 1
      if (target < 0 || target >= lessons.length) return undefined
      return afterEdit(source, { kind: 'move', path: list, from: place, to: target })
    }
  }
}

/** Undefined where the file is written so that the edit would change more than it says. */
function afterEdit(
  source: string,
  edit: YamlEdit,
  files: Partial<Pick<OutlineChange, 'began' | 'ended'>> = {},
): OutlineChange | undefined {
  const version = editYaml(source, [edit])
  return version.ok ? { began: null, ended: null, ...files, version: version.value } : undefined
}

function withLesson(
  source: string,
  { lessons, language }: Outline,
  title: string,
  objectives: readonly string[],
): OutlineChange | undefined {
  const id = freeId(lessons)
  const entry: YamlValue = lessonEntry(id, title, objectives)
  const edit: YamlEdit =
    lessons.length === 0
      ? { kind: 'set', path: list, value: [entry] }
      : { kind: 'insert', path: list, at: lessons.length, value: entry }
  return afterEdit(source, edit, { began: { file: fileOfLesson(id), text: lessonSkeleton(language) } })
}

function freeId(lessons: readonly OutlineLesson[]): string {
  let number = lessons.length + 1
  while (lessons.some(({ id, file }) => id === `l${number}` || file === fileOfLesson(`l${number}`)))
    number += 1
  return `l${number}`
}
