import { first, type HostileLesson, third } from '#tests/content/hostile-lesson'

const braces = /Braces hold code/
const esm = /import or export/
const broken = /not a whole tag/

const around = (open: string, close: string, inside: string) => `${open}${inside}${close}`

/** Every place where the syntax lets words stand, with what comes before and after them. */
const places: readonly (readonly [place: string, before: string, after: string, line: number])[] = [
  ['a heading of the third level', '## A\n\n### B ', '', 5],
  ['a list', '- a\n- b ', '', 4],
  ['a numbered list', '7. ', '', 3],
  ['a list in a list', '- a\n  - ', '', 4],
  ['a quotation', '> ', '', 3],
  ['a list in a quotation', '> - ', '', 3],
  ['emphasis', '*a ', ' b*', 3],
  ['strong words', '**a ', ' b**', 3],
  ['strong emphasis', '***a ', ' b***', 3],
  ['the head of a table', '| ', ' |\n| - |\n| b |', 3],
  ['a cell of a table', '| a |\n| - |\n| ', ' |', 5],
  ['the words of a link', '[a ', '](https://example.org)', 3],
  ['the words of a reference', '[a ', '][b]\n\n[b]: https://example.org', 3],
  ['a broken line', 'a  \n', '', 4],
  ['a later line', 'a\nb ', '', 4],
  ['a step', '<Steps><Step>', '</Step></Steps>', 3],
  ['a column', '<Compare><Column title="a">', '</Column><Column title="b">c</Column></Compare>', 3],
  ['the gentle words', '<ContentNote about="a"><Gentle>', '</Gentle>b</ContentNote>', 3],
  ['the hard words', '<ContentNote about="a"><Gentle>b</Gentle>', '</ContentNote>', 3],
  ['what is revealed', '<Reveal summary="a">\n\n', '\n\n</Reveal>', 5],
]

/** What holds no words, and is refused as a whole. */
const holders: readonly (readonly [place: string, before: string, after: string, column: number])[] = [
  ['a check', '<Check id="c" question="q">', '</Check>', 1],
  [
    'an option',
    '<Check id="c" question="q"><Option text="a" feedback="b" correct>',
    '</Option><Option text="c" feedback="d" /></Check>',
    28,
  ],
  ['steps', '<Steps>', '</Steps>', 1],
  ['columns', '<Compare>', '</Compare>', 1],
  ['a cite', 'A <Cite id="study">', '</Cite>', 3],
  ['a term', 'A <Term id="coercion">b ', '</Term>', 3],
  ['a contact', '<Contact id="hotline">', '</Contact>', 1],
  ['a figure', '<Figure src="quiet-room.png" alt="a">', '</Figure>', 1],
]

/** Where the braces or the tag begin, in a text whose first two lines are good. */
const columnAfter = (before: string) => (before.split('\n').at(-1)?.length ?? 0) + 1

const everywhere = (what: string, code: string, mend: RegExp) =>
  places.map(
    ([place, before, after, line]): HostileLesson => ({
      tries: `${what} in ${place}`,
      text: `Good words.\n\n${around(before, after, code)}\n`,
      at: [line, columnAfter(before)],
      mend,
    }),
  )

const insideHolders = (what: string, code: string) =>
  holders.map(([place, before, after, column]) =>
    third(`${what} in ${place}`, around(before, after, code), /holds (?:nothing|only|a few words)/, column),
  )

const expressions: readonly HostileLesson[] = [
  third('an expression over lines', '{\nprocess\n.exit(1)\n}', braces),
  third('a template', '{`a`}', braces),
  third('a call in a call', '{(() => { process.exit(1) })()}', braces),
  third('an element in an expression', '{<b>a</b>}', braces),
  third('a spread child', '{...[1]}', braces, 2),
  third('a dynamic import', '{import("node:fs")}', braces),
  third('an awaited import', '{await import("node:fs")}', braces),
  third('a comment over lines', '{/*\nhidden\n*/}', braces),
  third('a brace in an address', '[a]({1})', /address/),
  third('a brace in the title of a link', '[a](https://example.org "{1}")', /title of a link/),
  third('braces and no words', 'a {} b', braces, 3),
  first('an expression at the very beginning', '{1}\n', braces),
  first('an import at the very beginning', 'import a from "b"\n', esm),
  first('an export after a heading', '## A\nexport const a = 1\n', esm, 1, 2),
  first('an import in a component', '<Callout kind="note">\n\nimport a from "b"\n\n</Callout>\n', esm, 1, 3),
  third('an export of a list', 'export { a } from "node:fs"', esm),
  third('an export of a function', 'export function wrapper() { return null }', esm),
  third('an import of a name', 'import { readFileSync } from "node:fs"', esm),
  third('an import of everything', 'import * as fs from "node:fs"', esm),
  third('an import with attributes', 'import a from "b" with { type: "json" }', esm, 19),
]

const attributes: readonly HostileLesson[] = [
  third('a comment as attribute', '<Callout kind="note" {/* a */}>a</Callout>', braces, 23),
  third('a spread of what is known', '<Callout kind="note" {...{ kind: "note" }}>a</Callout>', braces, 22),
  third('a spread of arguments', '<Callout kind="note" {...arguments[0]}>a</Callout>', braces, 22),
  third('an expression as attribute name', '<Callout {"kind"}="note">a</Callout>', braces, 17),
  third('an expression as tag name', '<{Callout} kind="note">a</Callout>', broken, 2),
  third('an element as value', '<Callout kind=<b/>>a</Callout>', broken, 15),
  third('a value without quotes', '<Callout kind=note>a</Callout>', broken, 15),
  third('a comment in a tag', '<Callout /* a */ kind="note">a</Callout>', broken, 11),
  third('a type in a tag', '<Callout<string> kind="note">a</Callout>', broken, 9),
  third('an arrow function', '<Reveal summary={() => process.exit(1)}>a</Reveal>', braces, 9),
  third('a regular expression', '<Reveal summary={/a+/}>a</Reveal>', braces, 9),
  third('an object', '<Reveal summary={{ toString: 1 }}>a</Reveal>', braces, 9),
  third(
    'code for a bare word',
    '<Check id="c" question="q"><Option text="a" feedback="b" correct={true} /><Option text="c" feedback="d" /></Check>',
    braces,
    58,
  ),
  third('code in a figure', '<Figure src={"quiet-room.png"} alt="a" />', braces, 9),
  third('code in a cite', 'A <Cite id={"study"} />', braces, 9),
]

const listings: readonly HostileLesson[] = [
  third('a listing with tildes', '~~~\na\n~~~', /Code is not part/),
  third('a listing that is never closed', '```\na', /Code is not part/),
  third('a listing with a name of code', '```js {1}\na\n```', /Code is not part/),
  third('a listing in a list', '- ```\n  a\n  ```', /Code is not part/, 3),
  first(
    'a listing in a component',
    '<Callout kind="note">\n```\na\n```\n</Callout>\n',
    /Code is not part/,
    1,
    2,
  ),
  third('two backticks', 'Words ``a`` words', /Code is not part/, 7),
  third('code in a heading', '## A `b`', /Code is not part/, 6),
  third('code in a link', '[a `b`](https://example.org)', /Code is not part/, 4),
]

/** Code in every place where a parser may look for it. */
export const hostilePlaces: readonly HostileLesson[] = [
  ...everywhere('braces', '{process.exit(1)}', braces),
  ...everywhere('a tag', '<b>x</b>', /is not a component|stands|holds/),
  ...insideHolders('braces', '{process.exit(1)}'),
  ...insideHolders('a tag', '<b>x</b>'),
  ...expressions,
  ...attributes,
  ...listings,
]
