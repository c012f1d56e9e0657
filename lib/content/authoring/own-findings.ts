import type { FolderFile } from '#lib/content/authoring/draft-folder'
import { translationOf } from '#lib/content/authoring/finding-places'
import { yamlValue } from '#lib/content/parsed-yaml'
import type { FindingPlace, GateFinding } from '#lib/domain/authoring/gates'
import type { Instant } from '#lib/domain/calendar'
import { sourceTags } from '#lib/domain/curriculum/source/source-tags'

type DatedFile = FolderFile & { readonly changedAt: Instant }
type PlaceOf = (file: string, line: number) => FindingPlace

/** The file that a file of a translation says in other words. The words about the module stand in the translation's own file. */
function originalsOf(path: string, language: string): readonly string[] {
  const original = path.replace(`/${language}/`, '/')
  return original.endsWith('/version.yaml') ? ['module.yaml', 'case.yaml'] : [original]
}

/** Translations that somebody last wrote in before their text was changed. What was copied or begun together is as old. */
export function olderTranslations(files: readonly DatedFile[], placeOf: PlaceOf): readonly GateFinding[] {
  return files.flatMap(({ path, changedAt }) => {
    const translation = translationOf(path)
    if (translation === null) return []
    const original = files.find((file) => originalsOf(path, translation).includes(file.path))
    if (!original || original.changedAt <= changedAt) return []
    const finding: GateFinding = {
      gate: 'translation',
      code: 'translation-older',
      values: {},
      place: placeOf(original.path, 1),
      translation,
      file: path,
      line: 1,
      column: 1,
      message: 'The text was changed after its translation. Look at the translation, or drop it.',
    }
    return [finding]
  })
}

/** The lessons of a `version.yaml` that name no source, by their files; none where it cannot be read. */
function filesWithoutSource(source: string): readonly string[] {
  const value = yamlValue(source) as { lessons?: unknown } | null | undefined
  const lessons: readonly unknown[] = Array.isArray(value?.lessons) ? value.lessons : []
  return lessons.flatMap((lesson) => {
    const { file, sources } = (lesson ?? {}) as { file?: unknown; sources?: unknown }
    return typeof file === 'string' && Array.isArray(sources) && sources.length === 0 ? [file] : []
  })
}

/** Whether a lesson's text cites a source, or one of its questions has one. */
const citesASource = (bytes: Uint8Array | undefined): boolean =>
  sourceTags(new TextDecoder().decode(bytes ?? new Uint8Array())).some(({ name, attributes }) =>
    attributes.some((each) => each.name === (name === 'Cite' ? 'id' : 'source') && each.value !== ''),
  )

/** Lessons that name no source and cite none. What only this practice does may have none; what is said of the world has. */
export function uncitedLessons(
  files: readonly FolderFile[],
  number: number,
  placeOf: PlaceOf,
): readonly GateFinding[] {
  const file = `v${number}/version.yaml`
  const bytes = files.find(({ path }) => path === file)?.bytes
  const lessons = bytes ? filesWithoutSource(new TextDecoder().decode(bytes)) : []
  const bytesOf = (lesson: string) => files.find(({ path }) => path === `v${number}/${lesson}`)?.bytes
  return lessons
    .filter((lesson) => !citesASource(bytesOf(lesson)))
    .map(
      (lesson): GateFinding => ({
        gate: 'lessons-cite',
        code: 'lesson-uncited',
        values: {},
        place: placeOf(`v${number}/${lesson}`, 1),
        translation: null,
        file: `v${number}/${lesson}`,
        line: 1,
        column: 1,
        message: 'This lesson names no source. Cite one, or say why it needs none.',
      }),
    )
}
