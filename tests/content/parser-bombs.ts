const full = 50 * 1024
const repeated = (piece: string) => piece.repeat(Math.floor(full / piece.length))

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
]

/** Texts that look odd and are only text. */
export const harmlessLooks: readonly (readonly [looks: string, text: string])[] = [
  ['open brackets', '['.repeat(1500)],
  ['a rule of hyphens', '- '.repeat(60)],
  ['ampersands', '&'.repeat(3000)],
  ['short lines', 'a\n'.repeat(3000)],
  ['a wide table', `${'| a '.repeat(300)}|\n${'| - '.repeat(300)}|`],
]
