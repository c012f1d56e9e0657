import { canonicalJson, sha256 } from '#lib/content/canonical-hash'
import type { YamlValue } from '#lib/content/yaml-edit/yaml-text'
import { blockKeys } from '#lib/domain/authoring/review/block-key'
import type { Line, LineLabel, ReviewPart } from '#lib/domain/authoring/review/review-part'

export const textOf = (value: YamlValue | undefined): string =>
  value === undefined || value === null || typeof value === 'object' ? '' : String(value).trim()

export const lineOf = (
  label: LineLabel,
  text: YamlValue | undefined,
  more: Partial<Pick<Line, 'of' | 'rationale' | 'isRight'>> = {},
): Line => ({ label, of: null, rationale: null, isRight: null, ...more, text: textOf(text) })

/** A mark of what a block of a place says: 24 hexadecimal digits. */
export const markOfBlock = (place: string, said: unknown): string =>
  sha256(`${place}\n${canonicalJson(said)}`).slice(0, 24)

/** @param said all that the file says of it: any change of it is a change of the block. */
export function partOf(
  { place, name, translation }: Pick<ReviewPart, 'name' | 'translation' | 'place'>,
  said: unknown,
  lines: readonly Line[],
): ReviewPart {
  const at = `${place}${translation === null ? '' : `.${translation}`}`
  const [key = ''] = blockKeys([markOfBlock(at, said)])
  return { place: at, key, name, translation, lines }
}

/** What a comment keeps of the block that it is about: its words, and no id of a scene that follows. */
export const mostAbout = 4000
export const aboutText = (lines: readonly Line[]): string =>
  lines
    .filter(({ label }) => label !== 'next')
    .map(({ text, rationale }) => (rationale ? `${text}\n(${rationale})` : text))
    .join('\n')
    .slice(0, mostAbout)
