import { createHash } from 'node:crypto'

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, held]) => held !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, held]) => [key, sorted(held)]),
  )
}

/** JSON with sorted keys and no spaces: the same data is always the same text. Integer-like keys are not allowed in. */
export const canonicalJson = (value: unknown) => JSON.stringify(sorted(value))

export const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')

/** sha256 of the canonical JSON, in hex. */
export const canonicalHash = (value: unknown) => sha256(canonicalJson(value))
