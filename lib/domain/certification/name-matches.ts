/**
 * Whether somebody who holds the paper typed the printed name. Compatibility forms (NFKC), case, spacing and the shapes of
 * apostrophes and hyphens do not count; accents and every letter do.
 */
export function nameMatches(printed: string, typed: string): boolean {
  if (typed.length > longestName || printed.length > longestName) return false
  const wanted = folded(printed)
  return wanted !== '' && folded(typed) === wanted
}

// Far above any name; normalising more than this is only work for us.
const longestName = 1000

/** Upper case first, so that ß and ss, ς and σ fall together, as Unicode's case folding has it. */
function folded(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'")
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC')
}
