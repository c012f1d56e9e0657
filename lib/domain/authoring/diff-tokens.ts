import { invariant } from '#lib/domain/invariant'

/** A piece of `a` and what stands in its place in `b`; `to` is the first that does not belong to it. */
export type Hunk = {
  readonly aFrom: number
  readonly aTo: number
  readonly bFrom: number
  readonly bTo: number
}

type Tokens = readonly string[]

/** More changes than this are taken for one: it bounds the work for texts that have nothing in common. */
const mostChanges = 800

/** How many tokens two lists share at their beginning and, beyond it, at their end. */
function shared(a: Tokens, b: Tokens) {
  const most = Math.min(a.length, b.length)
  let head = 0
  while (head < most && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1
  return { head, tail }
}

/**
 * How far each diagonal gets with each number of changes, up to the one that reaches the end: the greedy walk of Myers, An
 * O(ND) difference algorithm and its variations, Algorithmica 1, 1986. Undefined beyond the bound.
 */
function walk(a: Tokens, b: Tokens): readonly Map<number, number>[] | undefined {
  const steps: Map<number, number>[] = []
  let last = new Map([[1, 0]])
  for (let changes = 0; changes <= mostChanges; changes += 1) {
    const reached = new Map<number, number>()
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const x = slide(a, b, startOf(last, diagonal, changes), diagonal)
      reached.set(diagonal, x)
      if (x >= a.length && x - diagonal >= b.length) return [...steps, reached]
    }
    steps.push(reached)
    last = reached
  }
  return undefined
}

/** As far along a diagonal as both go together. */
function slide(a: Tokens, b: Tokens, from: number, diagonal: number): number {
  let x = from
  while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1
  return x
}

const isDown = (last: ReadonlyMap<number, number>, diagonal: number, changes: number) =>
  diagonal === -changes ||
  (diagonal !== changes && (last.get(diagonal - 1) ?? -1) < (last.get(diagonal + 1) ?? -1))

const startOf = (last: ReadonlyMap<number, number>, diagonal: number, changes: number) =>
  isDown(last, diagonal, changes) ? (last.get(diagonal + 1) ?? 0) : (last.get(diagonal - 1) ?? 0) + 1

/** The way back through the walk: each change as a hunk of one token, from the last to the first. */
function singleChanges(a: Tokens, b: Tokens, steps: readonly Map<number, number>[]): readonly Hunk[] {
  const found: Hunk[] = []
  let x = a.length
  let y = b.length
  for (let changes = steps.length - 1; changes > 0; changes -= 1) {
    const last = steps[changes - 1]
    invariant(last, 'a walk has all its steps')
    const diagonal = x - y
    const down = isDown(last, diagonal, changes)
    const before = down ? diagonal + 1 : diagonal - 1
    x = last.get(before) ?? 0
    y = x - before
    found.push({ aFrom: x, aTo: down ? x : x + 1, bFrom: y, bTo: down ? y + 1 : y })
  }
  return found
}

/** Hunks that touch become one. They come in order. */
function joined(hunks: readonly Hunk[]): readonly Hunk[] {
  const found: Hunk[] = []
  for (const hunk of hunks) {
    const last = found.at(-1)
    if (last && last.aTo === hunk.aFrom && last.bTo === hunk.bFrom) {
      found[found.length - 1] = { ...last, aTo: hunk.aTo, bTo: hunk.bTo }
    } else found.push(hunk)
  }
  return found
}

/** What differs between two lists, in order; nothing where they are equal. */
export function diffTokens(a: Tokens, b: Tokens): readonly Hunk[] {
  const { head, tail } = shared(a, b)
  const aMiddle = a.slice(head, a.length - tail)
  const bMiddle = b.slice(head, b.length - tail)
  if (aMiddle.length === 0 && bMiddle.length === 0) return []
  const steps = walk(aMiddle, bMiddle)
  const hunks = steps
    ? joined([...singleChanges(aMiddle, bMiddle, steps)].reverse())
    : [{ aFrom: 0, aTo: aMiddle.length, bFrom: 0, bTo: bMiddle.length }]
  return hunks.map(({ aFrom, aTo, bFrom, bTo }) => ({
    aFrom: aFrom + head,
    aTo: aTo + head,
    bFrom: bFrom + head,
    bTo: bTo + head,
  }))
}
