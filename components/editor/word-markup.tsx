import type { Element, ElementContent, Root, RootContent } from 'hast'
import { withoutHidden } from '#lib/domain/curriculum/source/hidden-characters'

// What word processors write where HTML has a word of its own: lists as paragraphs with a drawn bullet, bold as a style, the
// title as a class.

type Node = RootContent | Root

const attribute = (element: Element, name: 'style' | 'className'): string =>
  [element.properties[name] ?? ''].flat().join(' ').toLowerCase()

const holdsListSign = (element: Element) => /mso-list:\s*ignore/.test(attribute(element, 'style'))
const typedSign = /^\s*(?:[•·▪◦‣●○■§]|o(?=\s{2,}))\s*/
const numberSign = /^\s*(?:\d{1,3}|[a-z]{1,4})[.)]/i

function wordsOf(node: Node): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

/** The children without what the word processor drew before an item of a list. */
function withoutListSign(children: readonly ElementContent[]): ElementContent[] {
  return children
    .filter((child) => child.type !== 'element' || !holdsListSign(child))
    .map((child) =>
      child.type === 'element' ? { ...child, children: withoutListSign(child.children) } : child,
    )
}

function drawnSign(children: readonly ElementContent[]): string {
  for (const child of children) {
    if (child.type !== 'element') continue
    if (holdsListSign(child)) return wordsOf(child)
    const inside = drawnSign(child.children)
    if (inside !== '') return inside
  }
  return ''
}

/** The first words of a paragraph, less a bullet that somebody typed or a program drew. Null where there is none. */
function withoutTypedSign(children: readonly ElementContent[]): ElementContent[] | null {
  const [first, ...others] = children
  if (first?.type === 'text') {
    if (first.value.trim() === '' && others.length > 0) return withoutTypedSign(others)
    return typedSign.test(first.value)
      ? [{ ...first, value: first.value.replace(typedSign, '') }, ...others]
      : null
  }
  if (first?.type !== 'element') return null
  const inside = withoutTypedSign(first.children)
  return inside && [{ ...first, children: inside }, ...others]
}

type Item = { readonly level: number; readonly isNumbered: boolean; readonly children: ElementContent[] }

/** What item of a list a paragraph stands for; undefined where it is a paragraph. */
function itemOf(element: RootContent): Item | undefined {
  if (element.type !== 'element' || element.tagName !== 'p') return undefined
  const style = attribute(element, 'style')
  if (/mso-list:\s*(?!none|ignore)\S/.test(style)) {
    const level = Number(/level(\d)/.exec(style)?.[1] ?? 1)
    const isNumbered = numberSign.test(drawnSign(element.children).replace(/^\s*o\s+$/, '•'))
    return { level, isNumbered, children: withoutListSign(element.children) }
  }
  const children = withoutTypedSign(element.children)
  return children ? { level: 1, isNumbered: false, children } : undefined
}

const elementOf = (tagName: string, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children,
})

/** A list of such items, those of a deeper level in a list within the item before them. */
function listOf(items: readonly Item[]): Element {
  const level = Math.min(...items.map((item) => item.level))
  const list = elementOf(items[0]?.isNumbered ? 'ol' : 'ul', [])
  let deeper: Item[] = []
  const close = () => {
    const last = list.children.at(-1)
    if (deeper.length > 0 && last?.type === 'element') last.children.push(listOf(deeper))
    deeper = []
  }
  for (const item of items) {
    if (item.level > level && list.children.length > 0) deeper.push(item)
    else {
      close()
      list.children.push(elementOf('li', item.children))
    }
  }
  close()
  return list
}

/** White space between paragraphs; between words a space is a space. */
const isGap = (node: RootContent, before: RootContent | undefined) =>
  node.type === 'text' && node.value.trim() === '' && isParagraph(before)

const isParagraph = (node: RootContent | undefined) => node?.type === 'element' && node.tagName === 'p'

/** Bullets do not go on a numbered list, nor numbers one of bullets. */
const isOtherList = (item: Item, first: Item | undefined) =>
  first !== undefined && item.level <= first.level && item.isNumbered !== first.isNumbered

/** The same children with every run of paragraphs that are items made one list. */
function withLists<Child extends RootContent>(children: readonly Child[]): (Child | Element)[] {
  const made: (Child | Element)[] = []
  let items: Item[] = []
  const close = () => {
    if (items.length > 0) made.push(listOf(items))
    items = []
  }
  const said = children.filter(({ type }) => type !== 'comment')
  for (const child of said.filter((each, index) => !isGap(each, said[index - 1]))) {
    const item = itemOf(child)
    if (!item || isOtherList(item, items[0])) close()
    if (item) items.push(item)
    else made.push(child)
  }
  close()
  return made
}

// Word says beside it how words of another script are set: mso-bidi-font-weight.
const isBold = (style: string) => /(?:^|[;\s])font-weight:\s*(?:bold|[6-9]00)/.test(style)
const isPlain = (style: string) => /(?:^|[;\s])font-weight:\s*(?:normal|[1-4]00)/.test(style)

/** The element by the name that HTML has for what its style or class says. */
function named(element: Element): Element {
  const style = attribute(element, 'style')
  if (/^mso(?:title|heading\d?)$/.test(attribute(element, 'className'))) return { ...element, tagName: 'h1' }
  if (['b', 'strong'].includes(element.tagName) && isPlain(style)) return { ...element, tagName: 'span' }
  if (element.tagName !== 'span') return element
  const slanted = /(?:^|[;\s])font-style:\s*italic/.test(style)
    ? [elementOf('em', element.children)]
    : element.children
  return { ...element, children: isBold(style) ? [elementOf('strong', slanted)] : slanted }
}

function mended<Child extends RootContent>(child: Child): Child | Element {
  if (child.type === 'text') return { ...child, value: withoutHidden(child.value.replaceAll('\u00A0', ' ')) }
  if (child.type !== 'element') return child
  const element = named(child)
  return { ...element, children: withLists(element.children).map(mended) }
}

/** The tree with lists, headings, bold and italic words by their names, and no character that nobody sees. */
export const withWordMarkup = (root: Root): Root => ({
  ...root,
  children: withLists(root.children).map(mended),
})
