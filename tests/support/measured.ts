import { randomUUID } from 'node:crypto'
import { inTransaction } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import type { PracticeId } from '#lib/domain/ids'
import { today, type World } from '#tests/support/world'

/** What one person chose, by item id, and how long they took. The same `who` is the same person. */
export type Taken = {
  readonly who?: string
  readonly minutes?: number
  readonly answers: Readonly<Record<string, readonly string[]>>
}

/** Writes first attempts at m1@1 straight into the tables, one minute after another: nothing but what a report reads. */
export async function playTaken(
  { db }: World,
  practiceId: PracticeId,
  taken: readonly Taken[],
  fromHour = 8,
): Promise<string[]> {
  const assignmentId = randomUUID()
  const rows = taken.map(({ who = randomUUID(), minutes = 7, answers }, index) => {
    const submittedAt = new Date(Date.UTC(2026, 2, 10, fromHour, index))
    const startedAt = new Date(submittedAt.getTime() - minutes * 60_000)
    return { id: randomUUID(), staffMemberId: who, answers, startedAt, submittedAt, attemptNumber: index + 1 }
  })
  await inTransaction(db, async (tx) => {
    await enterPractice(tx, practiceId)
    const key = { practiceId, assignmentId, cycle: 1 }
    const staffMemberId = await anybody(tx, practiceId)
    const createdAt = new Date(today)
    await tx.assignment.create({
      data: { practiceId, id: assignmentId, staffMemberId, trackId: assignmentId, createdAt },
    })
    await tx.cycle.create({
      data: { practiceId, assignmentId, number: 1, trackVersionId: 'basics@1', beganAt: createdAt },
    })
    await tx.submission.createMany({
      data: rows.map(({ answers, ...row }) => ({
        ...row,
        ...key,
        moduleId: 'm1',
        moduleVersionId: 'm1@1',
        attemptLimit: rows.length,
        items: Object.keys(answers).map((itemId) => ({ itemId, optionIds: ['a', 'b', 'c', 'd'] })),
        submittedOn: new Date(today),
        idempotencyKey: row.id,
        bodyHash: row.id,
        language: 'en',
      })),
    })
    await tx.answer.createMany({
      data: rows.flatMap(({ id, answers }) =>
        Object.entries(answers).map(([itemId, optionIds]) => ({
          practiceId,
          submissionId: id,
          itemId,
          optionIds: [...optionIds],
        })),
      ),
    })
  })
  return rows.map(({ staffMemberId }) => staffMemberId)
}

type Tx = Parameters<Parameters<typeof inTransaction>[1]>[0]

async function anybody(tx: Tx, practiceId: string): Promise<string> {
  const { id } = await tx.staffMember.findFirstOrThrow({ where: { practiceId }, select: { id: true } })
  return id
}
