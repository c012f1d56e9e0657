import { isMap, isScalar, isSeq } from 'yaml'
import type { FolderFile } from '#lib/content/authoring/draft-folder'
import { readOutline } from '#lib/content/authoring/outline'
import { parsedYaml } from '#lib/content/parsed-yaml'
import type { FindingPlace } from '#lib/domain/authoring/gates'
import { type Language, languages } from '#lib/domain/language'

type Item = { readonly id: string; readonly line: number }

const textOf = (file: FolderFile | undefined) => new TextDecoder().decode(file?.bytes)

/** The line at which each item of a quiz begins, or each lesson of a version. */
function entriesIn(source: string, list: 'items' | 'lessons'): readonly Item[] {
  const parsed = parsedYaml(source)
  if (!parsed.ok) return []
  const { document, lines } = parsed.value
  const items = document.get(list)
  if (!isSeq(items)) return []
  return items.items.map((item) => {
    const id = isMap(item) ? item.get('id', true) : undefined
    const name = isScalar(id) && typeof id.value === 'string' ? id.value : ''
    return { id: name, line: isMap(item) ? lines.linePos(item.range?.[0] ?? 0).line : 0 }
  })
}

/** The translation that a file of a version belongs to. */
export const translationOf = (file: string): Language | null =>
  languages.find((language) => file.includes(`/${language}/`)) ?? null

const wholeFiles: readonly (readonly [RegExp, 'outline' | 'about' | 'picture' | 'case'])[] = [
  [/\/version\.yaml$/, 'outline'],
  [/^module\.yaml$/, 'about'],
  [/\/media\//, 'picture'],
  [/^case\.yaml$|\/encounter\.yaml$/, 'case'],
]

/** How people call the places of a draft: "Lesson 2" and not the name of its file. */
export function findingPlaces(files: readonly FolderFile[], number: number) {
  const file = (path: string) => files.find((each) => each.path === path)
  const lessons = readOutline(textOf(file(`v${number}/version.yaml`)))?.lessons ?? []
  const banks = new Map<string, readonly Item[]>()

  function lessonPlace(name: string): FindingPlace {
    const index = lessons.findIndex((lesson) => lesson.file === `lessons/${name}.mdx`)
    return index < 0 ? { kind: 'outline' } : { kind: 'lesson', number: index + 1, name }
  }

  function itemPlace(path: string, line: number): FindingPlace {
    const items = banks.get(path) ?? entriesIn(textOf(file(path)), 'items')
    banks.set(path, items)
    const index = items.findLastIndex((item) => item.line > 0 && item.line <= line)
    const item = items[index]
    return item ? { kind: 'item', number: index + 1, itemId: item.id } : { kind: 'quiz' }
  }

  /** What stands at one lesson of the list is about that lesson. */
  function outlinePlace(path: string, line: number): FindingPlace {
    const entries = entriesIn(textOf(file(path)), 'lessons')
    // What is wrong with the whole list points at its first line.
    const inOne =
      line === entries[0]?.line ? [] : entries.filter(({ line: first }) => first > 0 && first <= line)
    const entry = inOne.at(-1)
    const lesson = lessons.find(({ id }) => id !== '' && id === entry?.id)
    const name = /^lessons\/([^/]+)\.mdx$/.exec(lesson?.file ?? '')?.[1]
    return name === undefined ? { kind: 'outline' } : lessonPlace(name)
  }

  return (path: string, line: number): FindingPlace => {
    const name = /lessons\/([^/]+)\.mdx$/.exec(path)?.[1]
    if (name !== undefined) return lessonPlace(name)
    if (path.endsWith('quiz.yaml')) return itemPlace(path, line)
    if (path === `v${number}/version.yaml`) return outlinePlace(path, line)
    return { kind: wholeFiles.find(([shape]) => shape.test(path))?.[1] ?? 'whole' }
  }
}
