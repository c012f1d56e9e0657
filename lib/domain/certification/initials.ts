/**
 * What the public page shows of a name: the first letter of its first and of its last word, `N. R.`. Two letters at most,
 * since the initials of five names would single a person out. A word of signs only is passed over; a name without any
 * letter or digit has no initials (an empty string).
 */
export function initialsOf(name: string): string {
  const words = name
    .normalize('NFC')
    .split(/\s+/u)
    .map(firstLetter)
    .filter((letter) => letter !== '')
  const [first, ...others] = words
  const shown = [first, others.at(-1)].filter((letter) => letter !== undefined)
  return shown.map((letter) => `${letter}.`).join(' ')
}

/** Without the signs that hang on it; of a script that knows no capitals, the letter as it is. */
function firstLetter(word: string): string {
  const letter = /[\p{L}\p{N}]/u.exec(word)?.[0] ?? ''
  const capital = letter.toUpperCase()
  return [...capital].length > 1 ? letter : capital
}
