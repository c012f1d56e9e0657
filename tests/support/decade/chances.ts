/** Numbers that look like chance and are the same on every machine and in every run. */
export type Chances = {
  /** A whole number from `from` through `through`. */
  readonly between: (from: number, through: number) => number
  /** True in so many of a hundred. */
  readonly in100: (many: number) => boolean
  readonly one: <Value>(of: readonly [Value, ...Value[]]) => Value
}

export function chancesFrom(seed: number): Chances {
  let state = seed
  const below = (end: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * end)
  }
  return {
    between: (from, through) => from + below(through - from + 1),
    in100: (many) => below(100) < many,
    one: (of) => of[below(of.length)] ?? of[0],
  }
}
