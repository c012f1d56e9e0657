import { invariant } from '#lib/domain/invariant'

/** A value that means the same wherever it is written down. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }

/**
 * One text for one value, as RFC 8785 has it: keys in the order of their UTF-16 units, no spaces, numbers and strings as
 * ECMAScript writes them. What is undefined is left out. So a value hashes alike before it is stored and after it was read
 * back, in whatever order the database keeps its keys.
 *
 * Throws on what JSON cannot say (NaN, infinities, dates, functions, half of a surrogate pair): a fault of ours.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(',')}]`
  if (typeof value === 'object' && value !== null)
    return canonicalObject(value as { [key: string]: Json | undefined })
  if (typeof value === 'string') return canonicalString(value)
  if (typeof value === 'number') {
    invariant(Number.isFinite(value), 'canonical JSON holds finite numbers only')
    return JSON.stringify(value)
  }
  invariant(value === null || typeof value === 'boolean', 'canonical JSON holds plain values only')
  return String(value)
}

function canonicalObject(value: { readonly [key: string]: Json | undefined }): string {
  const prototype: unknown = Object.getPrototypeOf(value)
  invariant(prototype === Object.prototype || prototype === null, 'canonical JSON holds plain objects only')
  const members = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const member = value[key]
      return member === undefined ? [] : [`${canonicalString(key)}:${canonicalJson(member)}`]
    })
  return `{${members.join(',')}}`
}

function canonicalString(text: string): string {
  invariant(text.isWellFormed(), 'canonical JSON holds well-formed Unicode only')
  return JSON.stringify(text)
}
