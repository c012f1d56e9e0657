export type StreamPlace = {
  /** Gives the place back. Twice is once. */
  release(): void
}

type Bounds = { readonly inAll: number; readonly each: number }

/**
 * Places for files that are streamed, each of which holds a connection to the database as long as somebody reads: so many in
 * all, and for each practice fewer, so that none keeps another from its own. `take` gives undefined where none is free.
 */
export function streamPlaces({ inAll, each }: Bounds) {
  const taken = new Map<string, number>()
  let total = 0
  return {
    take(practiceId: string): StreamPlace | undefined {
      const own = taken.get(practiceId) ?? 0
      if (total >= inAll || own >= each) return undefined
      total += 1
      taken.set(practiceId, own + 1)
      let isHeld = true
      return {
        release() {
          if (!isHeld) return
          isHeld = false
          total -= 1
          const left = (taken.get(practiceId) ?? 1) - 1
          if (left === 0) taken.delete(practiceId)
          else taken.set(practiceId, left)
        },
      }
    },
  }
}
