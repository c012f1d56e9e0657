import { first, type HostileLesson, third } from '#tests/content/hostile-lesson'

/** What gray-matter and its kin take for a language, and how the line that names it may be written. */
const engines = ['yaml', 'yml', 'json', 'js', 'javascript', 'JS', 'coffee', 'coffeescript', 'cson', 'toml']
const openings: readonly (readonly [how: string, opening: string])[] = [
  ['with a space', '--- js'],
  ['with a tab', '---\tjs'],
  ['with spaces behind', '---js   '],
  ['with more hyphens', '----js'],
  ['after a space', ' ---js'],
  ['after a tab', '\t---js'],
  ['after a space that does not break', '\u00A0---js'],
  ['with a line end of Windows', '---js\r'],
  ['with an attribute', '---js {"eval": true}'],
  ['that is only opened', '---'],
]

const frontMatter: readonly HostileLesson[] = [
  ...engines.map((engine) =>
    first(`front matter in ${engine}`, `---${engine}\nprocess.exit(1)\n---\nWords.\n`, /Front matter/),
  ),
  ...openings.map(([how, opening]) =>
    first(
      `front matter ${how}`,
      `${opening}\nprocess.exit(1)\n---\nWords.\n`,
      /Front matter/,
      opening.indexOf('-') + 1,
    ),
  ),
  first(
    'front matter with the ends of lines of old',
    '---js\rprocess.exit(1)\r---\rWords.\r',
    /Front matter/,
  ),
]

const unseen: readonly (readonly [name: string, code: number])[] = [
  ['a vertical tab', 0x0b],
  ['a form feed', 0x0c],
  ['a unit separator', 0x1f],
  ['a deletion', 0x7f],
  ['a next line', 0x85],
  ['a terminal command', 0x9b],
  ['a soft hyphen', 0xad],
  ['a joiner of graphemes', 0x34f],
  ['an Arabic letter mark', 0x61c],
  ['a Hangul filler', 0x115f],
  ['a Khmer vowel that is not written', 0x17b4],
  ['a Mongolian separator', 0x180e],
  ['a space of no width', 0x200b],
  ['a joiner', 0x200d],
  ['a mark from right to left', 0x200f],
  ['a line separator', 0x2028],
  ['an embedding', 0x202a],
  ['an override', 0x202d],
  ['a word joiner', 0x2060],
  ['an invisible plus', 0x2064],
  ['an isolate', 0x2066],
  ['the end of an isolate', 0x2069],
  ['a change of digits', 0x206e],
  ['an empty pattern of Braille', 0x2800],
  ['a wide Hangul filler', 0x3164],
  ['a chooser of glyphs', 0xfe00],
  ['a half-wide Hangul filler', 0xffa0],
  ['an anchor of notes', 0xfff9],
  ['no character', 0xfffe],
  ['no character beyond the first plane', 0x1fffe],
  ['a command of music', 0x1d173],
  ['a tag of language', 0xe0001],
  ['a letter that only machines read', 0xe0041],
  ['a rare chooser of glyphs', 0xe0100],
]

const hidden: readonly HostileLesson[] = unseen.flatMap(([name, code]) => {
  const sign = String.fromCodePoint(code)
  const reference = `&#x${code.toString(16)};`
  // The parser itself gives a replacement for what a reference may not name.
  const isNamed = code !== 0x0b && code !== 0x1f && code !== 0x7f && code !== 0xfffe && code !== 0x1fffe
  return [
    third(name, `Words${sign} here`, /nobody can see/, 6),
    ...(isNamed && code > 0x9f
      ? [third(`${name}, by reference`, `Words${reference} here`, /nobody can see/)]
      : []),
  ]
})

const broken: readonly HostileLesson[] = [
  third('half a character at the end', 'Words \uD83D', /broken characters/, 7),
  third('half a character at the start', '\uDE00 words', /broken characters/),
  third('halves in the wrong order', 'a \uDE00\uD83D b', /broken characters/, 3),
  third('half a character in an attribute', '<Reveal summary="a\uD800">b</Reveal>', /broken characters/, 19),
  third('a zero in a tag', '<Call\u0000out kind="note">a</Callout>', /nobody can see/, 6),
  third('a zero in an address', '[a](https://example.org/\u0000)', /nobody can see/, 25),
  third('a hidden sign in the name of a tag', '<Cal\u200Blout kind="note">a</Callout>', /nobody can see/, 5),
  third('two marks of byte order', '\uFEFF\uFEFFWords.', /nobody can see/),
]

/** Front matter in every engine, and signs that nobody sees or that are no signs at all. */
export const hostileSigns: readonly HostileLesson[] = [...frontMatter, ...hidden, ...broken]

const utf16 = (text: string) => Buffer.from(text, 'utf16le')

/** Files that are no text, with what is wrong at which place. */
export const hostileBytes: readonly (readonly [
  tries: string,
  bytes: Uint8Array,
  at: readonly [number, number],
])[] = [
  ['UTF-16', utf16('## A\n\nWords.\n'), [1, 2]],
  ['UTF-16 with its mark', utf16('\uFEFF## A\n'), [1, 1]],
  ['UTF-16, big end first', utf16('## A\n').swap16(), [1, 1]],
  ['Latin letters of one byte', Buffer.from('Words.\n\nGl\xFCck\n', 'latin1'), [3, 3]],
  ['a slash that is too long', Buffer.from('a\n\xC0\xAF\n', 'latin1'), [2, 1]],
  ['a less-than sign that is too long', Buffer.from('\xE0\x80\xBCscript>\n', 'latin1'), [1, 1]],
  ['a zero that is too long', Buffer.from('ab\xC0\x80\n', 'latin1'), [1, 3]],
  ['half a character', Buffer.from('ab \xED\xA0\x80\n', 'latin1'), [1, 4]],
  ['beyond the last character', Buffer.from('\xF4\x90\x80\x80\n', 'latin1'), [1, 1]],
  ['a character cut off', Buffer.from('Words \xF0\x9F\x98', 'latin1'), [1, 7]],
  ['bytes that no text has', Buffer.from('a\n\nb \xFF\n', 'latin1'), [3, 3]],
  ['a picture', Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'), [1, 1]],
]
