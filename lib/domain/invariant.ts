/** Throws when a promise of ours is broken: a fault, never something a person can mend. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Broken invariant: ${message}`)
}
