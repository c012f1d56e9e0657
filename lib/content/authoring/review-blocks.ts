import type { LessonToReview } from '#lib/content/authoring/review-document'
import { markOfBlock, mostAbout } from '#lib/content/authoring/review-part'
import { blockKeys } from '#lib/domain/authoring/review/block-key'
import type { LessonBlock } from '#lib/domain/authoring/review/review-part'
import { type LessonNode, type LessonTree, plainText } from '#lib/domain/curriculum/lesson-tree'

const isBlank = (node: LessonNode) => typeof node === 'string' && node.trim() === ''

/** The blocks of a drawn lesson in their order. Signs of the source that a reader does not see are no part of a block. */
export function lessonBlocks(
  { place }: Pick<LessonToReview, 'place'>,
  tree: LessonTree,
): readonly LessonBlock[] {
  const nodes = tree.children.filter((node) => !isBlank(node))
  const keys = blockKeys(nodes.map((node) => markOfBlock(place, node)))
  return nodes.map((node, index) => ({
    key: keys[index] ?? '',
    node,
    text: plainText({ format: 1, children: [node] }).slice(0, mostAbout),
  }))
}
