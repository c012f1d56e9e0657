const unleet: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '!': 'i',
  '+': 't',
}

// Two of the most used passwords side by side are one guess more, not a new password.
const mostUsedCount = 1000

type CommonPasswords = { readonly all: ReadonlySet<string>; readonly mostUsed: ReadonlySet<string> }
let loaded: Promise<CommonPasswords> | undefined

/**
 * Whether the text is one of about 49,000 passwords that are tried first, or one of them with digits and signs around
 * it (`Password2026!!`), in other letters (`p4ssw0rd`), or two of the most used ones together. Needs no network: the
 * list is the package `@zxcvbn-ts/language-common` (MIT), read on first use.
 *
 * @param text folded: NFKC, lower case.
 */
export async function isCommonPassword(text: string): Promise<boolean> {
  loaded ??= loadCommonPasswords()
  const common = await loaded
  return spellings(text).some((spelling) => common.all.has(spelling) || isPair(spelling, common.mostUsed))
}

async function loadCommonPasswords(): Promise<CommonPasswords> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  const list: readonly string[] = dictionary['passwords-common']
  return { all: new Set(list), mostUsed: new Set(list.slice(0, mostUsedCount)) }
}

function spellings(text: string): readonly string[] {
  const compact = text.replace(/[\s\p{Pd}_.]/gu, '')
  const bare = withoutAffixes(text)
  const plain = [...bare].map((character) => unleet[character] ?? character).join('')
  const all = [
    text,
    compact,
    bare,
    withoutAffixes(compact),
    plain,
    withoutAffixes(plain),
    plain.replace(/i/g, 'l'),
  ]
  return [...new Set(all)].filter((spelling) => spelling.length > 3)
}

function withoutAffixes(text: string): string {
  return text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
}

function isPair(text: string, mostUsed: ReadonlySet<string>): boolean {
  for (let cut = 4; cut <= text.length - 4; cut += 1) {
    if (mostUsed.has(text.slice(0, cut)) && mostUsed.has(text.slice(cut))) return true
  }
  return false
}
