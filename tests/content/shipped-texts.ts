import type { PublishableLesson, PublishableVersion } from '#lib/content/publishable-module'
import type { LessonNode, LessonTree } from '#lib/domain/curriculum/lesson-tree'

const ownWords = ['title', 'summary', 'question', 'text', 'feedback', 'caption', 'alt'] as const

/** What the lesson holds up as wrong: a wrong option, and the column that shows what to avoid. */
function isExampleOfWrong(node: LessonNode): boolean {
  if (typeof node === 'string' || node.kind === 'element') return false
  if (node.name === 'Option') return node.props.correct === undefined
  return node.name === 'Column' && node.props.tone === 'avoid'
}

const blocks = ['p', 'li', 'h2', 'h3', 'td', 'th', 'blockquote']

function inlineText(node: LessonNode): string {
  return typeof node === 'string' ? node : node.children.map(inlineText).join('')
}

function adviceIn(node: LessonNode): readonly string[] {
  if (typeof node === 'string' || isExampleOfWrong(node)) return []
  if (node.kind === 'element') {
    return blocks.includes(node.tag) ? [inlineText(node)] : node.children.flatMap(adviceIn)
  }
  const props: Readonly<Record<string, string | true | undefined>> = node.props
  const own = ownWords.map((name) => props[name]).filter((words) => typeof words === 'string')
  return [...own, ...node.children.flatMap(adviceIn)]
}

/** The texts by which a lesson advises, block by block. */
export const adviceOf = (tree: LessonTree) => tree.children.flatMap(adviceIn)

export type Choice = { readonly lengths: readonly number[]; readonly correct: number }

/** The options of each item with one right option by length, in the order of the file, and which one is right. */
export const quizChoices = ({ items, keys }: PublishableVersion): readonly Choice[] =>
  items.flatMap((item, index) =>
    item.kind === 'single'
      ? [
          {
            lengths: item.options.map(({ text }) => text.length),
            correct: item.options.findIndex(({ id }) => keys[index]?.correctOptionIds.includes(id)),
          },
        ]
      : [],
  )

/** The items of the other kinds, each with its right answer. */
export const otherItems = ({ items, keys }: PublishableVersion) =>
  items.flatMap((item, index) =>
    item.kind === 'single' ? [] : [{ item, right: keys[index]?.correctOptionIds ?? [] }],
  )

/** The same for the checks of a lesson. */
export function checkChoices({ tree }: PublishableLesson): readonly Choice[] {
  return tree.children.flatMap((node) => {
    if (typeof node === 'string' || node.kind === 'element' || node.name !== 'Check') return []
    const options = node.children.flatMap((child) =>
      typeof child !== 'string' && child.kind === 'component' && child.name === 'Option' ? [child.props] : [],
    )
    return [
      {
        lengths: options.map(({ text }) => text.length),
        correct: options.findIndex(({ correct }) => correct),
      },
    ]
  })
}
