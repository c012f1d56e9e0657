import type { OutsideContext, VisitorContext } from '#lib/context'
import { inTransaction, type Tx } from '#lib/data/database'
import { type Result, refuse } from '#lib/domain/result'
import { commentFromOutside, seekBlockFromOutside } from '#lib/use-cases/authoring/comment-on-draft'
import { readDraftFromOutside } from '#lib/use-cases/authoring/review-draft'
import { acceptOutsideInvitation } from '#lib/use-cases/outside/accept-outside-invitation'
import { enterOutsideReview } from '#lib/use-cases/outside/enter-outside-review'
import { noon, type World } from '#tests/support/world'

/** What somebody does who has no account, in one world. */
export function outsideIn(world: () => World) {
  const asVisitor = <Value>(work: (context: VisitorContext) => Promise<Value>, now = noon) =>
    inTransaction(world().db, (tx) => work({ tx, now, settings: world().settings, language: 'en' }))

  /** With what a browser holds after a link was used. */
  const within = <Value>(
    key: string,
    work: (context: OutsideContext) => Promise<Result<Value, string>>,
    now = noon,
  ) =>
    asVisitor(async (visitor) => {
      const context = await enterOutsideReview(visitor, key)
      return context ? await work(context) : refuse('not-found')
    }, now)

  const accept = (token: string, now = noon) =>
    asVisitor((context) => acceptOutsideInvitation(context, { token }), now)

  const read = (key: string, now = noon) => within(key, readDraftFromOutside, now)

  /** As a request does it: the block is looked for outside of any transaction. */
  async function say(key: string, block: string, thread: number | null = null) {
    const search = await within(key, (context) => seekBlockFromOutside(context, { block, thread }))
    if (!search.ok) return search
    const found = await search.value()
    const comment = { block, text: 'A nurse would not.', thread }
    return await within(key, (context) => commentFromOutside(context, comment, found))
  }

  return { asVisitor, within, accept, read, say }
}

/** What a transaction lets through of a practice beside a draft, whatever is asked for. */
export const seenBeside = async (tx: Tx) => ({
  people: await tx.staffMember.count(),
  practices: await tx.practice.count(),
  mails: await tx.mailMessage.count(),
  audit: await tx.auditEntry.count(),
  facts: await tx.evidenceEvent.count(),
  texts: await tx.draftFileRevision.count(),
  readers: await tx.outsideReviewer.count(),
  drafts: (await tx.draft.findMany({ select: { id: true } })).map(({ id }) => id),
})
