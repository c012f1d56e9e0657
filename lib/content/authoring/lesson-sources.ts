import { readOutline } from '#lib/content/authoring/outline'
import { editYaml } from '#lib/content/yaml-edit/edit-yaml'
import { sourceTags } from '#lib/domain/curriculum/source/source-tags'

/** Ids of the sources that a lesson's text cites, or names beside a question of its own. */
export const citedIn = (lessonText: string): readonly string[] => [
  ...new Set(
    sourceTags(lessonText).flatMap(({ name, attributes }) => {
      const key = name === 'Cite' ? 'id' : 'source'
      return attributes.flatMap((each) =>
        each.name === key && typeof each.value === 'string' ? [each.value] : [],
      )
    }),
  ),
]

/**
 * `version.yaml` with these sources listed at the lesson of this file. Undefined where they stand there already, or where
 * the file cannot be changed so.
 */
export function withSources(version: string, file: string, ids: readonly string[]): string | undefined {
  const lessons = readOutline(version)?.lessons ?? []
  const place = lessons.findIndex((lesson) => lesson.file === file)
  const listed = lessons[place]?.sources
  const missing = ids.filter((id) => !listed?.includes(id))
  if (!listed || missing.length === 0) return undefined
  const edit = { kind: 'set', path: ['lessons', place, 'sources'], value: [...listed, ...missing] } as const
  const edited = editYaml(version, [edit])
  return edited.ok ? edited.value : undefined
}
