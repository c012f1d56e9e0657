import { full, moreBombs, repeated } from '#tests/content/parser-bombs-of-blocks'

/** Short to write, and minutes of work for the parser: only the end of its process stops it. */
export const endlessText = repeated('a\n-\n')

/** Texts that cost a parser time, memory or depth, and are refused for whatever it cost most. */
export const parserBombs: readonly (readonly [tries: string, text: string])[] = [
  ['too many bytes', 'a'.repeat(full + 1)],
  ['too many bytes in few characters', 'é'.repeat(full / 2 + 1)],
  ['emphasis', repeated('_*')],
  ['emphasis that opens and closes', repeated('***a**_')],
  ['emphasis line by line', repeated('*a\n\n')],
  ['underlined words', endlessText],
  ['a quotation that runs on', `${'> '.repeat(50)}${repeated('a\n').slice(0, full - 200)}`],
  ['an import that runs on', `import a from "b"\n${repeated('a\n').slice(0, full - 200)}`],
  ['brackets that open addresses', repeated('[a](')],
  ['backticks', repeated('`a')],
  ['quotations', repeated('>')],
  ['quotations with spaces', repeated('> ')],
  [
    'nested lists',
    Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth * 2)}- a`)
      .join('\n')
      .slice(0, full),
  ],
  ['open tags', repeated('<Callout kind="note">')],
  ['nested tags', `${'<Reveal summary="a">'.repeat(70)}a${'</Reveal>'.repeat(70)}`],
  ['more nested tags', `${'<Gentle>'.repeat(2900)}a${'</Gentle>'.repeat(2900)}`],
  ['attributes', `<Callout ${repeated('a="" ').slice(0, full - 20)}/>`],
  ['braces', repeated('{')],
  ['many parts', repeated('*a* ')],
  ...moreBombs,
]

/** Texts that look odd and are only text. */
export const harmlessLooks: readonly (readonly [looks: string, text: string])[] = [
  ['open brackets', '['.repeat(1500)],
  ['a brace that only closes', 'Words } words'],
  ['an import in a sentence', 'A port of\nimport a from "b"\nis code.'],
  ['an import in a list', '- import a from "b"'],
  ['braces and tags that are escaped', '\\{1\\} \\<b> &#123;1&#125; &lt;b&gt;'],
  ['braces in the words of an attribute', '<Reveal summary="{process.exit(1)} <b>">a</Reveal>'],
  ['letters of full width', '\uFF1Cscript\uFF1Ealert(1)\uFF1C/script\uFF1E'],
  ['text in UTF-7', '+ADw-script+AD4-'],
  [
    'a check called constructor',
    '<Check id="constructor" question="q"><Option text="a" feedback="b" correct /><Option text="c" feedback="d" /></Check>',
  ],
  ['a sign drawn as a picture', 'Take care \u26A0\uFE0F'],
  ['a rule of hyphens', '- '.repeat(60)],
  ['ampersands', '&'.repeat(3000)],
  ['short lines', 'a\n'.repeat(3000)],
  ['a wide table', `${'| a '.repeat(300)}|\n${'| - '.repeat(300)}|`],
]
