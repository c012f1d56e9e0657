import { attributeText } from '#lib/domain/curriculum/source/attribute-text'
import type { SourceChange } from '#lib/domain/curriculum/source/source-change'
import type { SourceTag } from '#lib/domain/curriculum/source/source-tags'

/** What an attribute is to be: words, a word alone, or gone. */
export type AttributeValue = string | true | undefined

export const writtenAttribute = (name: string, value: string | true): string =>
  value === true ? name : `${name}="${attributeText(value)}"`

/**
 * The changes that give a tag these attributes, and nothing else: what has its value already is not touched, what is new
 * comes after the last one, what goes takes the space before it along.
 */
export function changeAttributes(
  tag: SourceTag,
  values: Readonly<Record<string, AttributeValue>>,
): readonly SourceChange[] {
  const changes: SourceChange[] = []
  let before = tag.nameTo
  for (const { name, value: given, from, to } of tag.attributes) {
    const value = values[name]
    if (Object.hasOwn(values, name) && value !== given) {
      const gone = { from: before, to, insert: '' }
      changes.push(value === undefined ? gone : { from, to, insert: writtenAttribute(name, value) })
    }
    before = to
  }
  const known = new Set(tag.attributes.map(({ name }) => name))
  const added = Object.entries(values).filter(([name, value]) => value !== undefined && !known.has(name))
  const insert = added.map(([name, value]) => ` ${writtenAttribute(name, value ?? '')}`).join('')
  return insert === '' ? changes : [...changes, { from: before, to: before, insert }]
}
