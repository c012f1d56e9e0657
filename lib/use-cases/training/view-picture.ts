import type { Context } from '#lib/context'
import { findPicture } from '#lib/data/module-media'
import { listCycleRecords } from '#lib/data/training'
import { postsOf } from '#lib/domain/access/actor'
import type { Picture } from '#lib/domain/curriculum/picture'
import type { ModuleVersionId } from '#lib/domain/ids'
import { ok, type Result, refuse } from '#lib/domain/result'
import { versionsInUse } from '#lib/domain/training/track-progress'

type Input = { readonly moduleVersionId: ModuleVersionId; readonly name: string }

/** A picture of a lesson, for whoever may read that lesson now: a current cycle of the actor's own goes by its version. */
export async function viewPicture(
  { tx, actor, language }: Context,
  { moduleVersionId, name }: Input,
): Promise<Result<Picture, 'not-found'>> {
  const records = await listCycleRecords(tx, postsOf(actor), language)
  const mayRead = records.some((record) => versionsInUse(record).includes(moduleVersionId))
  const picture = mayRead ? await findPicture(tx, moduleVersionId, name) : undefined
  return picture ? ok(picture) : refuse('not-found')
}
