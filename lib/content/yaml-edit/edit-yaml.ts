import { isDeepStrictEqual } from 'node:util'
import type { Splice, Splices } from '#lib/content/yaml-edit/splice'
import { readSource, type YamlPath, type YamlSource } from '#lib/content/yaml-edit/yaml-source'
import { insert, remove, reorder, set } from '#lib/content/yaml-edit/yaml-splices'
import { isList, isMap, type YamlValue } from '#lib/content/yaml-edit/yaml-text'
import { ok, type Result, refuse } from '#lib/domain/result'

export type YamlEdit =
  /** A key that is not there yet comes last in its map. Of a list or map, only what differs is written. */
  | { readonly kind: 'set'; readonly path: YamlPath; readonly value: YamlValue }
  /** A key with its value, or an entry of a list. */
  | { readonly kind: 'remove'; readonly path: YamlPath }
  /** Into the list at the path, before the entry that stands at `at`; behind the last when `at` is their number. */
  | { readonly kind: 'insert'; readonly path: YamlPath; readonly at: number; readonly value: YamlValue }
  /** The entry of the list at the path takes the place `to`, and the others close up. */
  | { readonly kind: 'move'; readonly path: YamlPath; readonly from: number; readonly to: number }

export type YamlEditRefusal =
  /** The text is no YAML, or has aliases. */
  | 'yaml-unreadable'
  /** There is nothing at the path. */
  | 'yaml-place-unknown'
  /** It is written so that the edit would change more than it says. */
  | 'yaml-not-editable'

/**
 * Edits of one of our YAML files, one after the other. Comments, quotes, folded lines and the ends of lines stay byte for
 * byte wherever an edit says nothing; what it writes is read again before it counts, so that the result says exactly what
 * was asked.
 */
export function editYaml(text: string, edits: readonly YamlEdit[]): Result<string, YamlEditRefusal> {
  let source = readSource(text)
  if (!source) return refuse('yaml-unreadable')
  for (const edit of edits) {
    const wanted = valueAfter(source.value, edit)
    if (wanted === undefined) return refuse('yaml-place-unknown')
    const next = editedSource(source, edit, wanted)
    if (!next) return refuse('yaml-not-editable')
    source = next
  }
  return ok(source.text)
}

function editedSource(source: YamlSource, edit: YamlEdit, wanted: YamlValue): YamlSource | undefined {
  const spliced = withSplices(source.text, splicesOf(source, edit))
  const next = spliced === undefined ? undefined : readSource(spliced)
  return next && isDeepStrictEqual(next.value, wanted) ? next : undefined
}

function splicesOf(source: YamlSource, edit: YamlEdit): Splices {
  switch (edit.kind) {
    case 'set':
      return set(source, edit.path, edit.value)
    case 'remove':
      return remove(source, edit.path)
    case 'insert':
      return insert(source, edit.path, edit.at, edit.value)
    case 'move': {
      const list = source.document.getIn(edit.path)
      const count = typeof list === 'object' && list && 'items' in list ? (list.items as unknown[]).length : 0
      const order = moved(
        Array.from({ length: count }, (_, place) => place),
        edit.from,
        edit.to,
      )
      return edit.from === edit.to ? [] : reorder(source, edit.path, order)
    }
  }
}

/** The text with all splices; undefined where two of them touch the same signs. */
function withSplices(text: string, splices: Splices): string | undefined {
  if (!splices) return undefined
  const inOrder = splices.toSorted((a, b) => a.from - b.from || a.to - b.to)
  let result = ''
  let at = 0
  for (const { from, to, text: put } of inOrder satisfies readonly Splice[]) {
    if (from < at) return undefined
    result += text.slice(at, from) + put
    at = to
  }
  return result + text.slice(at)
}

function moved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const rest = items.toSpliced(from, 1)
  return rest.toSpliced(to, 0, ...items.slice(from, from + 1))
}

/** What the file is to say after the edit; undefined where the edit has no place. */
function valueAfter(value: YamlValue, edit: YamlEdit): YamlValue | undefined {
  switch (edit.kind) {
    case 'set':
      return withValue(value, edit.path, edit.value)
    case 'remove':
      return without(value, edit.path)
    case 'insert': {
      const list = listAt(value, edit.path)
      if (!list || !isBetween(edit.at, list.length)) return undefined
      return withValue(value, edit.path, list.toSpliced(edit.at, 0, edit.value))
    }
    case 'move': {
      const list = listAt(value, edit.path)
      if (!list || ![edit.from, edit.to].every((place) => isBetween(place, list.length - 1))) return undefined
      return withValue(value, edit.path, moved(list, edit.from, edit.to))
    }
  }
}

const isBetween = (place: number, most: number) => Number.isInteger(place) && place >= 0 && place <= most

function listAt(value: YamlValue, path: YamlPath): readonly YamlValue[] | undefined {
  const found = path.reduce<YamlValue | undefined>(
    (above, key) => (above === undefined ? undefined : partOf(above, key)),
    value,
  )
  return found !== undefined && isList(found) ? found : undefined
}

function partOf(value: YamlValue, key: string | number): YamlValue | undefined {
  if (isList(value)) return typeof key === 'number' ? value[key] : undefined
  return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** The value with another one at a path. Only the last key of the path may be new. */
function withValue(value: YamlValue, path: YamlPath, put: YamlValue): YamlValue | undefined {
  const [key, ...rest] = path
  if (key === undefined) return put
  const part = partOf(value, key)
  if (part === undefined && !(rest.length === 0 && isMap(value) && typeof key === 'string')) return undefined
  const next = rest.length === 0 ? put : withValue(part ?? null, rest, put)
  if (next === undefined) return undefined
  return isList(value) ? value.with(Number(key), next) : { ...(isMap(value) ? value : {}), [key]: next }
}

function without(value: YamlValue, path: YamlPath): YamlValue | undefined {
  const [key, ...rest] = path
  const part = key === undefined ? undefined : partOf(value, key)
  if (key === undefined || part === undefined) return undefined
  if (rest.length > 0) {
    const next = without(part, rest)
    return next === undefined ? undefined : withValue(value, [key], next)
  }
  if (isList(value)) return value.toSpliced(Number(key), 1)
  return Object.fromEntries(Object.entries(value as object).filter(([name]) => name !== key))
}
