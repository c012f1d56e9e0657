import { valueDifferences } from '#lib/content/authoring/value-differences'
import { isList, isMap, type YamlValue } from '#lib/content/yaml-edit/yaml-text'
import type { KeyDifference, PartDifference } from '#lib/domain/authoring/differences/differences'

type YamlMap = { readonly [key: string]: YamlValue }

const mapsIn = (value: YamlValue | undefined): readonly YamlMap[] =>
  value !== undefined && isList(value) ? value.filter(isMap) : []
const text = (value: YamlValue | undefined) =>
  value === undefined || value === null || typeof value === 'object' ? '' : String(value).trim()

function byId(list: readonly YamlMap[]): ReadonlyMap<string, YamlMap> {
  const named = new Map<string, YamlMap>()
  list.forEach((part, index) => {
    const id = text(part['id']) || `(${index + 1})`
    named.set(named.has(id) ? `${id} (${index + 1})` : id, part)
  })
  return named
}

/** What is right, as [what tells that it is another answer, the words of it]. */
function rightOf(item: YamlMap): readonly (readonly [string, string])[] {
  const options = mapsIn(item['options'])
  const wordsOf = (id: string) => text(options.find((option) => text(option['id']) === id)?.['text'])
  switch (item['kind']) {
    case 'ordering':
      return options
        .toSorted((a, b) => Number(text(a['place'])) - Number(text(b['place'])))
        .map((option) => [text(option['id']), text(option['text'])])
    case 'matching':
      return mapsIn(item['prompts']).map((prompt) => {
        const option = text(prompt['option'])
        return [`${text(prompt['id'])}=${option}`, `${text(prompt['text'])} = ${wordsOf(option)}`]
      })
    default:
      return options
        .filter((option) => option['correct'] === true)
        .map((option) => [text(option['id']), text(option['text'])])
  }
}

/** Texts that changed places say another answer, too, though the same letter is marked. */
function keyDifference(before: YamlMap, after: YamlMap): KeyDifference | null {
  const [old, now] = [rightOf(before), rightOf(after)]
  const ids = (right: typeof old) => right.map(([id]) => id).join('\n')
  const words = (right: typeof old) => right.map(([, said]) => said)
  const texts = { before: words(old), after: words(now) }
  const isSame = texts.before.join('\n') === texts.after.join('\n')
  if (ids(old) !== ids(now))
    return isSame && before['kind'] === after['kind'] ? null : { kind: 'answer', ...texts }
  if (isSame) return null
  const wrongBefore = mapsIn(before['options'])
    .map((option) => text(option['text']))
    .filter((said) => !texts.before.includes(said))
  const isOther = texts.after.some((said) => wrongBefore.includes(said))
  return { kind: isOther ? 'answer' : 'wording', ...texts }
}

/** The parts of two lists, by their ids: in the order of the later list, then those that are gone. */
export function partDifferences(
  before: YamlValue | undefined,
  after: YamlValue | undefined,
): readonly PartDifference[] {
  const a = byId(mapsIn(before))
  const b = byId(mapsIn(after))
  return [...new Set([...b.keys(), ...a.keys()])].flatMap((id) => partDifference(id, a.get(id), b.get(id)))
}

function partDifference(
  id: string,
  old: YamlMap | undefined,
  now: YamlMap | undefined,
): readonly PartDifference[] {
  const fields = valueDifferences(old ?? {}, now ?? {})
  if (!old || !now) return [{ id, change: old ? 'removed' : 'added', key: null, fields }]
  const key = keyDifference(old, now)
  return fields.length === 0 && key === null ? [] : [{ id, change: 'changed', key, fields }]
}
