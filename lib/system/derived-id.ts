import { createHash } from 'node:crypto'

/** A UUID (version 8) that the same words always give: for rows that must exist once however often they are asked for. */
export function derivedId(...words: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(words)).digest('hex')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Of the fact that more attempts at a quiz were asked for after so many were used: one for each quiz, turn and number. */
export function attemptsAskedId(
  practiceId: string,
  assignmentId: string,
  cycle: number,
  moduleId: string,
  used: number,
): string {
  return derivedId('attempts-asked', practiceId, assignmentId, String(cycle), moduleId, String(used))
}
