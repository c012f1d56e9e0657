/** A text that must be refused: what it tries, the text, where the problem stands, and a piece of its mend. */
export type HostileLesson = {
  readonly tries: string
  readonly text: string
  readonly at: readonly [line: number, column: number]
  readonly mend: RegExp
}

const plain = 'Good words.\n\n'

/** A text whose problem stands on its third line. */
export const third = (tries: string, text: string, mend: RegExp, column = 1): HostileLesson => ({
  tries,
  text: `${plain}${text}\n`,
  at: [3, column],
  mend,
})

/** A text whose problem stands on its first line, or on the one that is said. */
export const first = (tries: string, text: string, mend: RegExp, column = 1, line = 1): HostileLesson => ({
  tries,
  text,
  at: [line, column],
  mend,
})
