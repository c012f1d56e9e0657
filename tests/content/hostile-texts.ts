import { first, type HostileLesson, third } from '#tests/content/hostile-lesson'

const addresses: readonly HostileLesson[] = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java&#115;cript:alert(1)',
  '&#x6A;avascript:alert(1)',
  'javascript&colon;alert(1)',
  'java&Tab;script:alert(1)',
  '<java	script:alert(1)>',
  '&#1;javascript:alert(1)',
  'data:text/html;base64,PHNjcmlwdD4=',
  'vbscript:msgbox',
  'file:///etc/passwd',
  'http://example.org',
  '//example.org',
  '/\\\\example.org',
  '\\\\\\\\example.org',
  '&#x2F;&#x2F;example.org',
  'https&#58;//user@example.org',
  'relative/path',
  'https://example.org/&#x202E;gpj.exe',
].map((address) => third(`address ${address}`, `[words](${address})`, /address/))

const definitions: readonly HostileLesson[] = [
  { tries: 'definition', text: '[words][a]\n\n[a]: javascript:alert(1)\n', at: [3, 1], mend: /address/ },
  { tries: 'unused definition', text: 'Words.\n\n[a]: data:text/html,x\n', at: [3, 1], mend: /address/ },
  {
    tries: 'definition with title',
    text: '[w][a]\n\n[a]: https://example.org "t"\n',
    at: [3, 1],
    mend: /title/,
  },
]

const markdown: readonly HostileLesson[] = [
  third('picture', '![words](https://example.org/a.png)', /Use <Figure>/),
  third('picture by reference', '![words][a]\n\n[a]: https://example.org/a.png', /Use <Figure>/),
  third('code block', '```js\nalert(1)\n```', /Code is not part/),
  third('inline code', 'Words `alert(1)`', /Code is not part/, 7),
  third('title of a link', '[words](https://example.org "more")', /title of a link/),
  third('link without words', '[](https://example.org)', /no words/),
  third('first level heading', '# Title', /Headings are/),
  third('fourth level heading', '#### Title', /Headings are/),
  third('heading in a list', '- ## Title', /stands on its own/, 3),
  third('order of headings', '### Title', /first heading/),
  third('phone number', 'Call 1-888-373-7888 now.', /use <Contact/),
  third('phone number in pieces', 'Call 1-888-**373**-7888 now.', /use <Contact/),
  third(
    'phone number in a component',
    '<Callout kind="note">Call (573) 751-3448</Callout>',
    /use <Contact/,
    22,
  ),
  third('text code', '- text HELP to 233733', /use <Contact/, 3),
  third('hidden character by reference', 'A &#x200B; here', /nobody can see/),
]

const structure: readonly HostileLesson[] = [
  third('option alone', '<Option text="a" feedback="b" />', /stands only directly inside <Check>/),
  third(
    'one option',
    '<Check id="c" question="q"><Option text="a" feedback="b" correct /></Check>',
    /2 to 5 options/,
  ),
  third(
    'six options',
    `<Check id="c" question="q">${'<Option text="a" feedback="b" />'.repeat(5)}<Option text="a" feedback="b" correct /></Check>`,
    /2 to 5 options/,
  ),
  third(
    'no right option',
    `<Check id="c" question="q">${'<Option text="a" feedback="b" />'.repeat(2)}</Check>`,
    /No option/,
  ),
  third(
    'two right options',
    `<Check id="c" question="q">${'<Option text="a" feedback="b" correct />'.repeat(2)}</Check>`,
    /Mark exactly one/,
  ),
  third('words in a check', '<Check id="c" question="q">words</Check>', /holds only <Option>/),
  third('one column', '<Compare><Column title="a">b</Column></Compare>', /2 or 3 columns/),
  third('block in a sentence', 'Words <Contact id="hotline" /> words', /line of its own/, 7),
  {
    tries: 'block in a list',
    text: '- a\n\n  <Contact id="hotline" />\n',
    at: [3, 3],
    mend: /cannot stand in a list/,
  },
  third('note without gentle', '<ContentNote about="a">b</ContentNote>', /begins with exactly one <Gentle>/),
  third('note with gentle last', '<ContentNote about="a">b <Gentle>c</Gentle></ContentNote>', /Gentle/),
  third('note without detail', '<ContentNote about="a"><Gentle>c</Gentle></ContentNote>', /detailed blocks/),
  third('cite in a link', '[a <Cite id="study" />](https://example.org)', /cannot stand in a link/, 4),
  third('term in a heading', '## A <Term id="coercion">b</Term>', /cannot stand in a heading/, 6),
  third('cite with words', '<Cite id="study">a</Cite>', /holds nothing/),
  third('empty term', 'A <Term id="coercion"></Term>', /is empty/, 3),
  third('unknown source', 'A <Cite id="nobody" />', /no “nobody” in sources.yaml/, 3),
  third('unknown contact', '<Contact id="nobody" />', /no “nobody” in contacts.yaml/),
  third('unknown term', 'A <Term id="nobody">b</Term>', /no “nobody” in glossary.yaml/, 3),
  third(
    'unknown picture',
    '<Figure src="nobody.png" alt="a" caption="b" />',
    /no “nobody.png” in the media folder/,
  ),
  third('id of a path', '<Contact id="../hotline" />', /small letters/),
]

const beginnings: readonly HostileLesson[] = [
  first('YAML front matter', '---\ntitle: x\n---\n\nWords.\n', /Front matter/),
  first('JavaScript front matter', '---js\n{ title: process.exit(1) }\n---\n\nWords.\n', /Front matter/),
  first('javascript front matter', '---javascript\nprocess.exit(1)\n---\n\nWords.\n', /Front matter/),
  first('spaced engine', '--- js\nprocess.exit(1)\n---\nWords.\n', /Front matter/),
  first('CoffeeScript front matter', '---coffee\nprocess.exit 1\n---\nWords.\n', /Front matter/),
  first('JSON front matter', '---json\n{}\n---\nWords.\n', /Front matter/),
  first('TOML front matter', '+++\ntitle = "x"\n+++\nWords.\n', /Front matter/),
  first('JSON semicolons', ';;;\n{}\n;;;\nWords.\n', /Front matter/),
  first(
    'front matter after a byte order mark',
    '\uFEFF---js\nprocess.exit(1)\n---\nWords.\n',
    /Front matter/,
    2,
  ),
  {
    tries: 'front matter after empty lines',
    text: '\n\n---js\nprocess.exit(1)\n---\n',
    at: [3, 1],
    mend: /Front matter/,
  },
  first('byte order mark', '\uFEFFWords.\n', /nobody can see/),
  first('NUL', 'Wor\u0000ds.\n', /nobody can see/, 4),
  first('escape', 'Wor\u001Bds.\n', /nobody can see/, 4),
  first('text that runs backwards', 'Words \u202E sdrow\n', /nobody can see/, 7),
  first('broken surrogate', 'Words \uD800 words\n', /broken characters/, 7),
  first('nothing', '\n', /empty/),
]

/** Addresses, Markdown, structure, references and beginnings that lessons may not have. */
export const hostileTexts: readonly HostileLesson[] = [
  ...addresses,
  ...definitions,
  ...markdown,
  ...structure,
  ...beginnings,
]
