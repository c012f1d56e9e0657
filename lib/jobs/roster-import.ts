import type { Tx } from '#lib/data/database'
import { inTransaction } from '#lib/data/database'
import { findImport, listImportsAtWork } from '#lib/data/roster-import'
import { enterPractice } from '#lib/data/scope'
import type { PracticeId } from '#lib/domain/ids'
import { isAtWork } from '#lib/domain/people/roster-import/import-state'
import type { JobHandler, Surroundings } from '#lib/jobs/job'
import { log } from '#lib/system/log'
import { applyRosterImport } from '#lib/use-cases/practice/apply-roster-import'
import { checkRosterImport } from '#lib/use-cases/practice/check-roster-import'
import { readRosterImport } from '#lib/use-cases/practice/read-roster-import'
import { takeBackRosterImport } from '#lib/use-cases/practice/take-back-roster-import'

type AtWork = { readonly practiceId: PracticeId; readonly importId: string }

/**
 * Goes on with every file of staff until each waits for a person, one batch a transaction: whatever ends the worker, the next
 * one finds what is left. A file that fails does not hold up the others.
 */
export const importRosters: JobHandler = async (surroundings) => {
  const db = await surroundings.database()
  for (const work of await inTransaction(db, listImportsAtWork)) {
    try {
      while (await inTransaction(db, (tx) => goOn(tx, work, surroundings))) {
        // The next batch.
      }
    } catch (fault) {
      log.error({ fault, importId: work.importId }, 'a roster import failed')
    }
  }
}

/** One step of one file. True where the next can follow at once. */
async function goOn(
  tx: Tx,
  { practiceId, importId }: AtWork,
  { clock, settings }: Surroundings,
): Promise<boolean> {
  await enterPractice(tx, practiceId)
  const before = await findImport(tx, practiceId, importId)
  const step = { tx, now: clock(), settings: settings() }
  const work = { practiceId, importId, isQuick: false }
  switch (before?.stage) {
    case 'read-file':
      await readRosterImport(step, work)
      break
    case 'check':
      await checkRosterImport(step, work)
      break
    case 'apply':
      await applyRosterImport(step, work)
      break
    case 'undo':
      await takeBackRosterImport(step, work)
      break
    default:
      return false
  }
  const after = await findImport(tx, practiceId, importId)
  // Another worker holds a file that did not move.
  const moved = after?.stage !== before.stage || after.done !== before.done
  return after !== undefined && moved && isAtWork(after.stage)
}
