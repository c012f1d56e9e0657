/** Chance that can be played again: the same seed gives the same draws, on every machine and for ever. */
export type SeededRandom = {
  /** A whole number from 0 up to, not including, `limit`; each one equally likely. */
  readonly below: (limit: number) => number
  /** The same things in another order; each order equally likely. */
  readonly shuffled: <Thing>(things: readonly Thing[]) => Thing[]
}

/**
 * Not for secrets: who knows the seed knows the draw, so seeds come from the server's own random source and stay
 * there. Changing this function changes every draw that is replayed from a seed.
 */
export function seededRandom(seed: string): SeededRandom {
  const next = wordsFrom(seed)
  const below = (limit: number): number => {
    // Words past the last whole multiple are thrown away, or small numbers would come up more often.
    const fair = 2 ** 32 - (2 ** 32 % limit)
    let word = next()
    while (word >= fair) word = next()
    return word % limit
  }
  const shuffled = <Thing>(things: readonly Thing[]): Thing[] => {
    const rest = [...things]
    return things.flatMap(() => rest.splice(below(rest.length), 1))
  }
  return { below, shuffled }
}

/** An endless stream of unsigned 32-bit words: two counters with different odd steps, mixed. */
function wordsFrom(seed: string): () => number {
  let fast = hashed(seed, 0x811c9dc5)
  let slow = hashed(seed, 0x9747b28c)
  return () => {
    fast = (fast + 0x9e3779b9) | 0
    slow = mixed((slow ^ fast) + 0x632be5ab)
    return mixed(fast ^ slow) >>> 0
  }
}

function hashed(text: string, basis: number): number {
  let hash = basis
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return mixed(hash)
}

/** Spreads each bit of a word over all the others. */
function mixed(word: number): number {
  let mix = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35)
  return mix ^ (mix >>> 16)
}
