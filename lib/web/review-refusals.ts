import type { CommentRefusal } from '#lib/use-cases/authoring/comment-on-draft'
import type { SettleCommentRefusal } from '#lib/use-cases/authoring/settle-comment'

export type ReviewRefusal = CommentRefusal | SettleCommentRefusal

/** The field that a refusal is about. */
export const reviewFields = {
  'block-changed': 'comment',
} as const satisfies Partial<Record<ReviewRefusal, string>>
