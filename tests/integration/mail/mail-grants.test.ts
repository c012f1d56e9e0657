import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction, type Tx } from '#lib/data/database'
import { insertMail } from '#lib/data/mail'
import { enterPractice } from '#lib/data/scope'
import type { PracticeId } from '#lib/domain/ids'
import { addMember, addPractice, noon, openWorld, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
let mailId: string

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Gateway Family Practice')
  const { personId } = await addMember(world, { name: 'Nadia', practiceId })
  const to = { personId, toName: 'Nadia', toAddress: 'nadia@practice.example' }
  const mail = { kind: 'reminder', ...to, subject: 'Training due', body: 'Please.' } as const
  mailId = await inTransaction(world.db, async (tx) => {
    await enterPractice(tx, practiceId)
    return insertMail(tx, practiceId, mail, noon)
  })
})
afterAll(() => world.end())

const change = (data: Parameters<Tx['mailMessage']['update']>[0]['data']) =>
  inTransaction(world.db, async (tx) => {
    await enterPractice(tx, practiceId)
    await tx.mailMessage.update({ where: { practiceId_id: { practiceId, id: mailId } }, data })
  })

test('what was written, and to whom, cannot be changed any more', async () => {
  for (const data of [
    { body: 'x' },
    { subject: 'x' },
    { toAddress: 'x@practice.example' },
    { toName: 'x' },
  ]) {
    await expect(change(data)).rejects.toThrow('permission denied')
  }
  await expect(change({ createdAt: new Date(noon) })).rejects.toThrow('permission denied')
})

test('what became of it can', async () => {
  const at = new Date(noon)
  const outcome = { attempts: 2, nextAttemptAt: at, sentAt: at, problem: 'The server is away.' }
  await expect(change(outcome)).resolves.toBeUndefined()
})
