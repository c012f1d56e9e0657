export const full = 50 * 1024
/** As often as it fits into a lesson of the largest size. */
export const repeated = (piece: string) => piece.repeat(Math.floor(full / Buffer.byteLength(piece)))

const numbered = (line: (number: number) => string) => {
  let text = ''
  for (let number = 1; text.length + line(number).length < full; number += 1) text += line(number)
  return text
}
const nested = (depth: number, open: string, close: string) => `${open.repeat(depth)}a${close.repeat(depth)}`
const wide = (cells: number, cell: string) => `${`| ${cell} `.repeat(cells)}|\n`
const option = '<Option text="a" feedback="b" />'

/** Lists, quotations, links, tables, tags and signs, as many or as deep as fit. */
export const moreBombs: readonly (readonly [tries: string, text: string])[] = [
  ['quotations in lists', repeated('- > ')],
  ['numbered lists in one line', repeated('1. ')],
  ['lists of all kinds in one line', repeated('- + * ')],
  ['quotations, each deeper', Array.from({ length: 300 }, (_, depth) => `${'>'.repeat(depth)} a`).join('\n')],
  ['links in links', nested(1900, '[', '](https://example.org)').slice(0, full)],
  ['references that refer to nothing', repeated('[a][b] ')],
  ['definitions', numbered((number) => `[a${number}]: https://example.org\n`)],
  ['one definition, many times', repeated('[a]: https://example.org\n')],
  ['pictures', repeated('![')],
  ['notes at the foot', repeated('[^a] ')],
  ['bare addresses in angles', repeated('<https://example.org> ')],
  ['less-than signs', repeated('<')],
  ['ends of tags', repeated('</')],
  ['pairs of braces', repeated('{}')],
  ['strings in braces', `{${repeated('"').slice(0, full - 2)}}`],
  ['an element of many names', `<a${repeated('.a').slice(0, full - 10)} />`],
  ['an element of a long name', `<A${'a'.repeat(full - 10)} />`],
  ['an attribute of a long name', `<Callout ${'a'.repeat(full - 20)} />`],
  ['an attribute of a long value', `<Reveal summary="${'a '.repeat(25_000)}">a</Reveal>`],
  ['references to signs in an attribute', `<Reveal summary="${'&amp;'.repeat(9000)}">a</Reveal>`],
  ['attributes of different names', `<Callout ${numbered((number) => `a${number} `).slice(0, full - 20)}/>`],
  ['parts of a tag, each on a line', `<Callout\n${repeated('a\n').slice(0, full - 20)}`],
  ['components in components', nested(1200, '<Reveal summary="a">\n\n', '\n\n</Reveal>').slice(0, full)],
  ['tags that are no components', repeated('<b>')],
  ['tags in emphasis', repeated('*<b>')],
  ['options', `<Check id="c" question="q">${option.repeat(1500)}</Check>`],
  ['steps that hold nothing', `<Steps>${'<Step />'.repeat(6000)}</Steps>`],
  ['cites of nothing', repeated('<Cite id="b" /> ')],
  ['checks of one name', repeated(`<Check id="c" question="q">${option}${option}</Check>\n\n`)],
  ['a table of many cells', `${wide(60, 'a')}${wide(60, '-')}${wide(60, 'a').repeat(200)}`],
  ['a table of many columns', `${wide(8000, 'a')}${wide(8000, '-')}`],
  ['a table with an expression in each cell', `| a |\n| - |\n${'| {1} |\n'.repeat(5000)}`],
  ['a table with emphasis in each cell', `| a |\n| - |\n${'| *a |\n'.repeat(5000)}`],
  ['rules of headings', repeated('a\n=\n')],
  ['headings', repeated('# a\n')],
  ['emphasis of all depths', repeated('*a **b ')],
  ['emphasis that crosses', repeated('*_a*_')],
  ['listings', repeated('```\n')],
  ['backslashes and brackets', repeated('\\\\[')],
  ['exports', repeated('export const a = 1\n\n')],
  ['an export of a long list', `export const a = [${'['.repeat(20_000)}`],
  ['a template that never ends', `{\`${repeated('${`').slice(0, full - 10)}`],
]
