import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toHast } from 'mdast-util-to-hast'
import { invariant } from '#lib/domain/invariant'

/** A guide of the handbook as plain data: its page parses and evaluates nothing. */
export type Guide = {
  /** The file's name; also the last part of its address. */
  readonly id: string
  readonly title: string
  readonly body: GuideBody
}
/** Elements and text as hast names them. */
export type GuideBody = ReturnType<typeof toHast>

/** In the order of how many people read them; a new guide comes after these. */
const readers = ['staff', 'managers', 'trainers', 'authors', 'operators']

/**
 * Every guide of `content/handbook`. The first line of each is its title. Guides are ours and stand beside the code, so
 * Markdown alone decides what they may hold; raw HTML in them is left out.
 */
export function readGuides(contentFolder: string): Guide[] {
  const folder = path.join(contentFolder, 'handbook')
  const place = (id: string) => (readers.includes(id) ? readers.indexOf(id) : readers.length)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .map((file) => guideOf(path.basename(file, '.md'), readFileSync(path.join(folder, file), 'utf8')))
    .sort((a, b) => place(a.id) - place(b.id) || a.id.localeCompare(b.id))
}

function guideOf(id: string, text: string): Guide {
  const { children } = fromMarkdown(text)
  const [heading, ...body] = children
  invariant(heading?.type === 'heading' && heading.depth === 1, `the guide “${id}” begins with its title`)
  const [words] = heading.children
  invariant(words?.type === 'text' && heading.children.length === 1, `the title of “${id}” is plain words`)
  return { id, title: words.value, body: withoutPositions(toHast({ type: 'root', children: body })) }
}

/** Where a node stood in the file is nobody's business on the page, and half of its bytes. */
function withoutPositions(tree: GuideBody): GuideBody {
  return JSON.parse(JSON.stringify(tree, (key, value) => (key === 'position' ? undefined : value)))
}
