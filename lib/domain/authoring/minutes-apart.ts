/** What an author says of a module's time, and what its lessons take by their words. */
export type Minutes = { readonly said: number; readonly measured: number }

/**
 * Both, where they are so far apart that a certificate would name a time nobody spent: more than half as much again and two
 * minutes, or less than two thirds. Null where they agree. The bounds are our own.
 */
export function minutesApart({ said, measured }: Minutes): Minutes | null {
  return said > measured * 1.5 + 2 || said * 3 < measured * 2 ? { said, measured } : null
}
