// A server's work as a process of its own, which a test may kill: it takes hand-ins as lines of JSON on its input, several at
// once, and says the id of each only when it has been answered for.
import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { connectDatabase } from '#lib/data/client'
import { inTransaction } from '#lib/data/database'
import { enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import { instantFrom } from '#lib/domain/calendar'
import type { Settings } from '#lib/system/env'
import { submitAttempt } from '#lib/use-cases/training/submit-attempt'

/** What is handed in, and by whom. */
export type HandIn = Parameters<typeof submitAttempt>[1] & { readonly actor: Actor }

const [given = '', at = ''] = process.argv.slice(2)
const settings: Settings = JSON.parse(given)
const now = instantFrom(at)
const db = connectDatabase({ url: settings.databaseUrl, maxConnections: 4 })

async function answer({ actor, ...input }: HandIn): Promise<void> {
  const result = await inTransaction(db, async (tx) => {
    for (const { practiceId } of actor.memberships) await enterPractice(tx, practiceId)
    return submitAttempt({ tx, now, settings, language: 'en', actor }, input)
  })
  // At once and not through a buffer: what has been said is said, whatever happens to the process.
  writeSync(1, `${result.ok ? 'done' : result.refusal} ${input.attemptId}\n`)
}

writeSync(1, 'begun\n')
const asked: Promise<void>[] = []
for await (const line of createInterface({ input: process.stdin })) asked.push(answer(JSON.parse(line)))
await Promise.all(asked)
await db.$disconnect()
