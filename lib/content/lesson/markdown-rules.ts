import type { Checking, Rule } from '#lib/content/lesson/checking'
import { phoneNumberAt } from '#lib/content/lesson/phone-text'
import { ancestors, isBlank, textsBelow } from '#lib/content/lesson/source-node'
import { urlProblem } from '#lib/content/lesson/url-rule'
import { hiddenCharacter } from '#lib/domain/curriculum/source/hidden-characters'

const allowed: Rule = () => {}

const refused =
  (message: string): Rule =>
  (visit, { report }) =>
    report(visit.node, message)

const code = refused(
  'Braces hold code, and a lesson holds none. Take them out; a brace in the text is &#123;.',
)
const picture = refused('Pictures stand in <Figure src="name.png" alt="…" />. Use <Figure>.')
const listing = refused('Code is not part of a lesson. Write plain text, or use quotation marks.')

/** The words that belong together, so that a number cut up by emphasis is still a number. */
function checkPhoneNumbers(visit: Parameters<Rule>[0], { report }: Checking) {
  const pieces = textsBelow(visit.node)
  const at = phoneNumberAt(pieces.map((piece) => piece.value ?? '').join(''))
  if (at === undefined) return
  let end = 0
  const piece = pieces.find((text) => {
    end += text.value?.length ?? 0
    return end > at
  })
  report(
    piece ?? visit.node,
    'This looks like a phone number. Numbers live in contacts.yaml: use <Contact id="…" />.',
  )
}

const phrasing: Rule = (visit, checking) => {
  checkPhoneNumbers(visit, checking)
}

const heading: Rule = (visit, checking) => {
  const { node } = visit
  phrasing(visit, checking)
  if (node.depth !== 2 && node.depth !== 3) {
    checking.report(node, 'Headings are ## and ###. The lesson’s title stands in version.yaml.')
  }
  if (textsBelow(node).every(isBlank))
    checking.report(node, 'This heading has no words. Write some, or delete it.')
  if (ancestors(visit).some((above) => ['blockquote', 'listItem'].includes(above.type))) {
    checking.report(node, 'A heading stands on its own, not in a list or a quotation. Take it out.')
  }
}

const text: Rule = ({ node }, { report }) => {
  const unseen = hiddenCharacter(node.value ?? '')
  if (unseen) report(node, `There is a character here that nobody can see (${unseen.name}). Delete it.`)
}

const address: Rule = ({ node }, { report }) => {
  const problem = urlProblem(node.url ?? '')
  if (problem) report(node, problem)
  if (node.title) report(node, 'Nobody on a phone can see the title of a link. Put its words in the text.')
}

const link: Rule = (visit, checking) => {
  address(visit, checking)
  if (textsBelow(visit.node).every(isBlank)) {
    checking.report(visit.node, 'This link has no words. Write [words](https://…).')
  }
}

/** Words directly inside a component stand without a paragraph around them. */
export const looseWords: Rule = (visit, checking) => {
  const own = visit.node.children ?? []
  if (own.some((child) => child.type === 'text')) checkPhoneNumbers(visit, checking)
}

const rules: Readonly<Record<string, Rule>> = {
  root: allowed,
  paragraph: phrasing,
  heading,
  text,
  emphasis: allowed,
  strong: allowed,
  link,
  linkReference: allowed,
  definition: address,
  list: allowed,
  listItem: allowed,
  blockquote: allowed,
  thematicBreak: allowed,
  break: allowed,
  table: allowed,
  tableRow: allowed,
  tableCell: phrasing,
  image: picture,
  imageReference: picture,
  code: listing,
  inlineCode: listing,
  mdxjsEsm: refused('A line that begins with import or export is code. Begin it with another word.'),
  mdxFlowExpression: code,
  mdxTextExpression: code,
}

const unknown = refused('This is not part of the lesson language. Write it as plain Markdown.')

/** The rule for a Markdown node; components have their own. */
export const markdownRule = (type: string): Rule =>
  (Object.hasOwn(rules, type) ? rules[type] : undefined) ?? unknown
