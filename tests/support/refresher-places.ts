import { randomUUID } from 'node:crypto'
import { connectDatabase } from '#lib/data/client'
import { inTransaction } from '#lib/data/database'
import { insertRefresher } from '#lib/data/refresher-plan'
import { enterPerson, enterPractice } from '#lib/data/scope'
import { localDateAt } from '#lib/domain/calendar'
import type { AssignmentId, ModuleVersionId, RefresherId } from '#lib/domain/ids'
import { now } from '#lib/system/clock'
import { type AppSecrets, type Persona, zone } from '#tests/support/personas'

export type RefresherPlaces = {
  readonly refresherId: string
  /** What it asks first. */
  readonly promptItemId: string
}

/** A refresher of the learner's last cycle with three questions of one kind, of which none is answered. */
export async function playRefresher(
  { databaseUrl }: AppSecrets,
  { practiceId, personId, staffMemberId }: Persona,
  { assignmentId }: { readonly assignmentId: string },
): Promise<RefresherPlaces> {
  const db = connectDatabase({ url: databaseUrl, maxConnections: 1 })
  const id = randomUUID() as RefresherId
  try {
    return await inTransaction(db, async (tx) => {
      await enterPractice(tx, practiceId)
      await enterPerson(tx, personId)
      const rows = await tx.itemVersion.findMany({
        where: { moduleVersionId: 'm10@1', kind: 'single', vignetteId: null },
        orderBy: { itemId: 'asc' },
        take: 3,
      })
      const prompts = rows.map(({ itemId, options }) => ({
        moduleVersionId: 'm10@1' as ModuleVersionId,
        itemId,
        kind: 'single' as const,
        promptIds: [],
        optionIds: (options as { id: string }[]).map((option) => option.id),
      }))
      const turn = { assignmentId: assignmentId as AssignmentId, cycle: 1, moment: 1 } as const
      const made = {
        ...turn,
        id,
        staffMemberId,
        personId,
        dueOn: localDateAt(now(), zone),
        prompts,
        mail: null,
      }
      await insertRefresher(tx, practiceId, made, now())
      return { refresherId: id, promptItemId: prompts[0]?.itemId ?? '' }
    })
  } finally {
    await db.$disconnect()
  }
}
