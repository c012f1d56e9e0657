import type { Context } from '#lib/context'
import { findPicture } from '#lib/data/module-media'
import { listCycleRecords } from '#lib/data/training'
import { postsOf } from '#lib/domain/access/actor'
import type { Picture } from '#lib/domain/curriculum/picture'
import type { ModuleVersionId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import type { CycleRecord } from '#lib/domain/training/cycle-record'
import { versionsInUse } from '#lib/domain/training/track-progress'

type Input = { readonly moduleVersionId: ModuleVersionId; readonly name: string }

/**
 * A picture of a lesson, for whoever may read that lesson now: a cycle of the actor's own goes by its version, or the one that
 * would follow it does.
 */
export async function viewPicture(
  { tx, actor, language }: Context,
  { moduleVersionId, name }: Input,
): Promise<Result<Picture, 'not-found'>> {
  const posts = postsOf(actor)
  const isRead = (record: CycleRecord) => versionsInUse(record).includes(moduleVersionId)
  const records = await listCycleRecords(tx, posts, language)
  const anew = records.map(({ assignmentId }) => assignmentId)
  const mayRead = records.some(isRead) || (await listCycleRecords(tx, posts, language, { anew })).some(isRead)
  const picture = mayRead ? await findPicture(tx, moduleVersionId, name) : undefined
  return picture ? ok(picture) : refuse('not-found')
}
