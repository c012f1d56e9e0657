import { caseNamesIn } from '#lib/content/authoring/case-names-in'
import type { FolderFile } from '#lib/content/authoring/draft-folder'
import { partDifferences } from '#lib/content/authoring/part-differences'
import { valueDifferences } from '#lib/content/authoring/value-differences'
import { sha256 } from '#lib/content/canonical-hash'
import { readSource } from '#lib/content/yaml-edit/yaml-source'
import { isMap, type YamlValue } from '#lib/content/yaml-edit/yaml-text'
import { firstWords, type NodeName } from '#lib/domain/authoring/case-names'
import type { Change, Differences, Names, Translated } from '#lib/domain/authoring/differences/differences'
import { proseDifferences } from '#lib/domain/authoring/differences/prose-differences'
import { isTextPath } from '#lib/domain/authoring/draft-path'
import type { Language } from '#lib/domain/language'

type Files = ReadonlyMap<string, Uint8Array>
type Place = Translated & { readonly name: string }

const inVersion = /^v([0-9]+)\/(.*)$/

/** The files by their place in the newest version among them: `v2/lessons/a.mdx` is compared with `v1/lessons/a.mdx`. */
function placed(files: readonly FolderFile[]): Files {
  const newest = Math.max(0, ...files.map(({ path }) => Number(inVersion.exec(path)?.[1] ?? 0)))
  return new Map(
    files.flatMap(({ path, bytes }): [string, Uint8Array][] => {
      const [, number, place] = inVersion.exec(path) ?? []
      if (place === undefined) return [[path, bytes]]
      return Number(number) === newest ? [[place, bytes]] : []
    }),
  )
}

const textOf = (bytes: Uint8Array | undefined) => (bytes ? new TextDecoder().decode(bytes) : '')

function placeOf(path: string): Place {
  const [, language, name = path] = /^(en|es)\/(.*)$/.exec(path) ?? []
  return { translation: (language as Language | undefined) ?? null, name }
}

/** The list of a file whose parts are compared one by one. */
const listIn: Readonly<Record<string, 'items' | 'nodes'>> = {
  'quiz.yaml': 'items',
  'encounter.yaml': 'nodes',
}

type Lists = Omit<Differences, 'nodeNames'>
const emptied = (): {
  -readonly [Key in keyof Lists]: Lists[Key] extends readonly (infer Each)[] ? Each[] : never
} => ({ facts: [], lessons: [], items: [], nodes: [], pictures: [], others: [] })

/**
 * What differs between the files of two versions, whatever their numbers: nothing of what either says is left out. Files come
 * as a draft holds them (`module.yaml`, `vN/lessons/…`); of several versions the newest one counts. Pure, and in bounded time.
 */
export function differencesOf(before: readonly FolderFile[], after: readonly FolderFile[]): Differences {
  const [a, b] = [placed(before), placed(after)]
  const found = emptied()
  const titles = { ...titlesIn(a), ...titlesIn(b) }
  const paths = [...new Set([...b.keys(), ...a.keys()])].toSorted((one, other) => (one < other ? -1 : 1))
  for (const path of paths) {
    const [old, now] = [a.get(path), b.get(path)]
    if (old && now && sha256(old) === sha256(now)) continue
    const place = placeOf(path)
    if (!isTextPath(path)) found.pictures.push({ name: path, change: pictureChange(old, now) })
    else if (path.endsWith('.mdx')) {
      const title = titles[place.name] ?? null
      found.lessons.push({ ...place, title, ...textDifference(textOf(old), textOf(now)) })
    } else compareYaml(found, place, textOf(old), textOf(now))
  }
  return { ...found, nodeNames: nodeNamesIn(a, b) }
}

/** As they are called now; those that are gone, as they were called. */
function nodeNamesIn(before: Files, after: Files): readonly NodeName[] {
  const namesIn = (files: Files) => caseNamesIn(textOf(files.get('encounter.yaml')))
  const [old, now] = [namesIn(before), namesIn(after)]
  return [...now, ...old.filter(({ id }) => !now.some((name) => name.id === id))]
}

/** What lessons, objectives and questions say, by the ids that the files call them. */
export function namesOf(before: readonly FolderFile[], after: readonly FolderFile[]): Names {
  // Authors choose the ids, and none of theirs may name what every object has.
  return Object.assign(Object.create(null), namesIn(placed(before)), namesIn(placed(after)))
}

/** Where parts with an id stand, and by which of their words people know them. */
const namedParts = [
  ['version.yaml', 'lessons', 'title'],
  ['module.yaml', 'objectives', 'text'],
  ['quiz.yaml', 'items', 'stem'],
] as const

function namesIn(files: Files): Names {
  const named = namedParts.flatMap(([file, list, key]) =>
    partsIn(files, file, list).flatMap(({ id, [key]: words }) =>
      typeof id === 'string' && typeof words === 'string'
        ? [[id, firstWords(words.replace(/\s+/g, ' ').trim())]]
        : [],
    ),
  )
  return Object.fromEntries(named)
}

function partsIn(files: Files, file: string, list: string) {
  const parts = valueIn(textOf(files.get(file)))?.[list]
  return Array.isArray(parts) ? (parts as readonly YamlValue[]).filter(isMap) : []
}

function pictureChange(old: Uint8Array | undefined, now: Uint8Array | undefined) {
  if (old && now) return 'replaced'
  return old ? 'removed' : 'added'
}

const textDifference = (before: string, after: string) => ({
  change: changeOf(before, after),
  segments: proseDifferences(before, after),
})

function changeOf(before: string, after: string): Change {
  if (before === '') return 'added'
  return after === '' ? 'removed' : 'changed'
}

function compareYaml(found: ReturnType<typeof emptied>, place: Place, before: string, after: string) {
  const [old, now] = [valueIn(before), valueIn(after)]
  const { name, translation } = place
  const list = listIn[name]
  const parts = old && now && list ? partDifferences(old[list], now[list]) : []
  const told = old && now ? valueDifferences(without(old, list), without(now, list)) : []
  // That a part came or went is told with the part.
  const fields = told.filter(({ path }) => path[0] !== list || path.length !== 3 || path[2] !== 'id')
  if (parts.length + fields.length === 0) {
    found.others.push({ ...place, title: null, ...textDifference(before, after) })
  }
  if (list) found[list].push(...parts.map((part) => ({ ...part, translation })))
  found.facts.push(...fields.map((field) => ({ file: name, translation, field })))
}

/** Undefined where the text cannot be read, or is no map. */
function valueIn(text: string): { readonly [key: string]: YamlValue } | undefined {
  const value = text.trim() === '' ? {} : readSource(text)?.value
  return value !== undefined && isMap(value) ? value : undefined
}

/** Of the list only the order of its parts is left. */
function without(
  value: { readonly [key: string]: YamlValue },
  list: 'items' | 'nodes' | undefined,
): YamlValue {
  const parts = list === undefined ? undefined : value[list]
  if (list === undefined || !Array.isArray(parts)) return value
  return { ...value, [list]: parts.map((part: YamlValue) => (isMap(part) ? { id: part['id'] ?? '' } : part)) }
}

/** Titles of lessons by their file. */
function titlesIn(files: Files): Readonly<Record<string, string>> {
  return Object.fromEntries(
    partsIn(files, 'version.yaml', 'lessons').flatMap(({ file, title }) =>
      typeof file === 'string' && typeof title === 'string' ? [[file, title]] : [],
    ),
  )
}
