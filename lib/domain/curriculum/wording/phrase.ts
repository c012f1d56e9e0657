/**
 * Whole words in any script, without regard to case. Written as String.raw, so that a group of words can be put in by name.
 * `\b` would take the ñ or é of a Spanish word for its end.
 */
export function phrase(parts: TemplateStringsArray, ...groups: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${String.raw(parts, ...groups)})(?![\\p{L}\\p{N}])`, 'giu')
}

/** Several alternatives as one group. */
export const anyOf = (...alternatives: readonly string[]) => `(?:${alternatives.join('|')})`

/** At most so many characters of the same clause, without a word that turns its sense round. */
export const within = (most: number) =>
  String.raw`(?:(?!(?<!\p{L})(?:not|no|never|nor|nunca|ni|sin)(?!\p{L}))[^.;:!?]){0,${most}}?`
