import type { LessonComponent, LessonNode, LessonTree } from '#lib/domain/curriculum/lesson-tree'

// What a translation must share with its original. Paragraphs and emphasis are the translator's own; what is listed, counted,
// cited, asked or called is not.

/** One line for each part of a lesson that does not depend on the language, in reading order. */
export function lessonSkeleton(tree: LessonTree): readonly string[] {
  return tree.children.flatMap(lines)
}

function lines(node: LessonNode): readonly string[] {
  if (typeof node === 'string') return []
  const own = node.kind === 'element' ? elementLine(node.tag, node.href) : [componentLine(node)]
  return [...own, ...node.children.flatMap(lines)]
}

const counted: readonly string[] = [
  'h2',
  'h3',
  'ul',
  'ol',
  'li',
  'table',
  'tr',
  'th',
  'td',
  'blockquote',
  'hr',
]

function elementLine(tag: string, href: string | undefined): readonly string[] {
  if (href !== undefined) return [`a ${href}`]
  return counted.includes(tag) ? [tag] : []
}

function componentLine({ name, props }: LessonComponent): string {
  const told: Readonly<Record<string, string | true | undefined>> = props
  const kept = ['id', 'objective', 'source', 'kind', 'tone', 'src'].flatMap((key) => told[key] ?? [])
  return [name, ...kept, ...(told['correct'] ? ['correct'] : [])].join(' ')
}

/** Where two lessons differ in their skeletons: what the original has there, and what the translation has. */
export type SkeletonDifference = { readonly original: string; readonly translation: string }

const end = 'the end of the lesson'

/** The first difference; undefined where there is none. */
export function skeletonDifference(
  original: LessonTree,
  translation: LessonTree,
): SkeletonDifference | undefined {
  const [before, after] = [lessonSkeleton(original), lessonSkeleton(translation)]
  const length = Math.max(before.length, after.length)
  const at = Array.from({ length }, (_, index) => index).find((index) => before[index] !== after[index])
  return at === undefined ? undefined : { original: before[at] ?? end, translation: after[at] ?? end }
}
