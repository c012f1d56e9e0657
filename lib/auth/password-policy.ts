import { isCommonPassword } from '#lib/auth/common-password'
import { repeatedUnit, withoutWalks } from '#lib/auth/predictable-text'

/** Everything that can be wrong with a new password. The screens have words for each. */
export type PasswordProblem =
  | 'too-short'
  | 'too-long'
  | 'too-common'
  | 'too-predictable'
  | 'too-close-to-a-name'

/** Characters (Unicode code points after NFKC). NIST SP 800-63B-4: fifteen when the password is the only factor. */
const passwordLength = { withoutSecondFactor: 15, withSecondFactor: 12, most: 128 } as const

// What must be left when names, walks along the keyboard and repeats are taken away; the floor of NIST for any secret.
const ownCharacters = 8

export type NewPassword = {
  readonly password: string
  readonly withSecondFactor: boolean
  /** The person's names and e-mail, the practice's names, the product's: whatever an outsider would try first. */
  readonly names: readonly string[]
}

/** What is wrong with a new password, worst first; empty when nothing is. No rule asks for kinds of characters. */
export async function passwordProblems({
  password,
  withSecondFactor,
  names,
}: NewPassword): Promise<PasswordProblem[]> {
  if (password.length > 8 * passwordLength.most) return ['too-long']
  const normal = password.normalize('NFKC')
  const length = [...normal].length
  const least = withSecondFactor ? passwordLength.withSecondFactor : passwordLength.withoutSecondFactor
  const folded = normal.toLowerCase()
  const problems: PasswordProblem[] = []
  if (length < least) problems.push('too-short')
  if (length > passwordLength.most) problems.push('too-long')
  const guesses = [folded, withoutWalks(folded), repeatedUnit(lettersAndDigits(folded))]
  if ((await Promise.all(guesses.map(isCommonPassword))).includes(true)) problems.push('too-common')
  if (isTooCloseToName(folded, names)) problems.push('too-close-to-a-name')
  if (length >= ownCharacters && isPredictable(folded)) problems.push('too-predictable')
  return problems
}

function isPredictable(folded: string): boolean {
  return [...withoutWalks(unitOf(folded))].length < ownCharacters || new Set(folded).size < 5
}

/** What repeats, also where spaces or hyphens between the repeats hide it. */
function unitOf(folded: string): string {
  const bare = lettersAndDigits(folded)
  const unit = repeatedUnit(bare)
  return unit === bare ? repeatedUnit(folded) : unit
}

const lettersAndDigits = (text: string) => text.replace(/[^\p{L}\p{N}\p{M}]+/gu, '')

function isTooCloseToName(folded: string, names: readonly string[]): boolean {
  let rest = folded
  for (const part of nameParts(names)) rest = rest.replaceAll(part, '')
  return (
    rest !== folded &&
    [...withoutWalks(rest)].filter((character) => /\p{L}|\p{N}/u.test(character)).length < ownCharacters
  )
}

/** Longest first, so that `riverside` is taken away before `river`. Parts under three characters are in every text. */
function nameParts(names: readonly string[]): readonly string[] {
  const folded = names.map((name) => name.normalize('NFKC').toLowerCase())
  const words = folded.flatMap((name) => name.split(/[^\p{L}\p{N}\p{M}]+/u))
  const joined = folded.map(lettersAndDigits)
  const parts = [...new Set([...folded, ...joined, ...words])].filter((part) => [...part].length >= 3)
  return parts.toSorted((one, other) => other.length - one.length)
}
