import { randomUUID } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { chainEntries } from '#lib/audit/chain-entries'
import { mostArchiveBytes } from '#lib/content/archive/archive-limits'
import { readModuleFacts } from '#lib/content/authoring/module-facts'
import { withoutReviewers } from '#lib/content/authoring/network-folder'
import type { Context } from '#lib/context'
import { folderArchive } from '#lib/csv/folder-archive'
import { appendAudit } from '#lib/data/audit'
import { type AuthoredKind, findDraft } from '#lib/data/authored'
import { type DraftContent, listDraftFiles } from '#lib/data/draft'
import { insertNetworkOffer } from '#lib/data/network-offer'
import { listUsable } from '#lib/data/own-library'
import { findNetwork } from '#lib/data/practice-network'
import { membershipWith } from '#lib/domain/access/actor'
import { belongsToVersion } from '#lib/domain/authoring/draft-path'
import { ok, type Result, refuse } from '#lib/domain/result'

export type OfferToNetworkRefusal =
  | 'not-found'
  | 'network-none'
  | 'network-offer-unpublished'
  | 'network-offer-named'
  | 'network-offer-too-large'

type Input = { readonly practiceId: string; readonly draftId: string }

/**
 * Shows the newest published version of a module or case to the practice's network, as the archive that its folder is when it
 * goes to a file, without the names of whoever reviewed it. Sent again, it changes nothing.
 */
export async function offerToNetwork(
  { tx, now, actor, language }: Context,
  { practiceId: wanted, draftId }: Input,
): Promise<Result<{ readonly draftId: string }, OfferToNetworkRefusal>> {
  const post = membershipWith(actor, wanted, 'author')
  const draft = post && (await findDraft(tx, post.practiceId, draftId))
  if (!post || !draft) return refuse('not-found')
  const { practiceId } = post
  const network = await findNetwork(tx, practiceId)
  if (!network) return refuse('network-none')
  const versionId = `${draft.key}@${draft.number}`
  const published = (await listUsable(tx, practiceId, language)).find((each) => each.versionId === versionId)
  if (!published) return refuse('network-offer-unpublished')
  const all = await listDraftFiles(tx, practiceId, draftId)
  const files = withoutReviewers(all.filter(({ path }) => belongsToVersion(path, draft.number)))
  if (!files) return refuse('network-offer-named')
  const archive = await buffer(folderArchive(draft.slug, files))
  if (archive.length > mostArchiveBytes) return refuse('network-offer-too-large')
  const words = wordsOf(files, draft.kind) ?? published
  const offer = { ...published, ...words, offerId: randomUUID(), networkId: network.id, archive }
  if (!(await insertNetworkOffer(tx, practiceId, offer, now))) return ok({ draftId })
  const about = { networkId: network.id, draftId, versionId, filesHash: draft.filesHash }
  const deed = { kind: 'network-offered', ...about } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok({ draftId })
}

/** Title and summary in the language that it was written in: the others may read either. */
function wordsOf(files: readonly DraftContent[], kind: AuthoredKind) {
  const about = files.find(({ path }) => path === `${kind}.yaml`)
  const facts = about && readModuleFacts(new TextDecoder().decode(about.bytes))
  return facts && { title: facts.title, summary: facts.summary }
}
