/** A block of a draft by what it says: the first part is a mark of its place and text, the second counts equal ones from 1. */
export type BlockKey = string

/** What a key looks like in an address and in the database. */
export const blockKeyPattern = /^[0-9a-f]{24}-[0-9]{1,4}$/

/**
 * Keys for the blocks of one place, in their order. A block keeps its key whatever happens to blocks that say something else;
 * of several that say the same, the first keeps the first key.
 *
 * @param marks 24 hexadecimal digits for what each block says.
 */
export function blockKeys(marks: readonly string[]): readonly BlockKey[] {
  const seen = new Map<string, number>()
  return marks.map((mark) => {
    const times = (seen.get(mark) ?? 0) + 1
    seen.set(mark, times)
    return `${mark}-${times}`
  })
}
