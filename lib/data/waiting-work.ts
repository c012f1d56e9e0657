import { projectionVersion } from '#lib/domain/compliance/projection'

// What the worker asks on the queue's own connection before it queues a job that is looked at every few seconds: where
// nothing waits, neither the job's code nor the database client is brought into memory.

/** People or practices that wait to be projected, or counts to be added up. */
export const projectionWaits = `SELECT EXISTS (SELECT FROM list_practices_with_projection_due())
  OR EXISTS (SELECT FROM list_practices_to_project(${projectionVersion}))
  OR EXISTS (SELECT FROM list_practices_to_fold()) AS waits`

/** Rosters to be read, checked, written or taken back. */
export const importWaits = 'SELECT EXISTS (SELECT FROM list_imports_at_work()) AS waits'
