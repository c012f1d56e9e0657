import path from 'node:path'
import { checkout } from '#lib/cli/checkout'
import { StartRefusal } from '#lib/cli/start-refusal'
import { step } from '#lib/cli/steps'
import { applyMigrations, type MigrationOutcome } from '#lib/data/set-up/apply-migrations'
import { findRoleFault, type RoleFault } from '#lib/data/set-up/check-role'
import { applicationRole, ensureRoles } from '#lib/data/set-up/roles'
import { installQueues } from '#lib/jobs/install-queues'
import { ownerDatabaseUrl, settings, superuserDatabaseUrl } from '#lib/system/env'

/** Makes the roles on the embedded server, where we are told how. A server of the operator's own has them already. */
export async function makeRoles(): Promise<void> {
  const superuserUrl = superuserDatabaseUrl()
  if (superuserUrl) await ensureRoles(superuserUrl, passwordsIn(ownerDatabaseUrl(), settings().databaseUrl))
}

/** Brings schema and queue up to date, and makes sure that the application cannot get around them. */
export async function migrate(): Promise<void> {
  await step(inWords, migrateOnce)
  const fault = await findRoleFault(settings().databaseUrl)
  if (fault) throw new StartRefusal(roleFaults[fault])
}

async function migrateOnce(): Promise<readonly string[]> {
  const outcome = await applyMigrations(ownerDatabaseUrl(), path.join(checkout, 'prisma'))
  if ('refused' in outcome) throw new StartRefusal(refusals[outcome.refused.kind](outcome.refused.name))
  await installQueues(ownerDatabaseUrl(), applicationRole)
  return outcome.applied
}

const passwordsIn = (owner: string, application: string) => ({
  owner: decodeURIComponent(new URL(owner).password),
  application: decodeURIComponent(new URL(application).password),
})

const inWords = (applied: readonly string[]) =>
  applied.length > 0 ? `Schema brought up to date: ${applied.join(', ')}` : 'Schema up to date'

type Refusal = Extract<MigrationOutcome, { refused: unknown }>['refused']['kind']

const refusals: Record<Refusal, (name: string) => string> = {
  newer: (name) =>
    `The database belongs to a newer Beacon: it has the migration ${name}, which this one does not know. Start that newer Beacon.`,
  changed: (name) =>
    `The migration ${name} was applied with another text than it has now. Restore prisma/migrations from the release; while developing, take a new DATA_DIR.`,
  unfinished: (name) =>
    `The migration ${name} was begun by another tool and never finished. Restore the last backup, or resolve it by that tool.`,
}

const roleFaults: Record<RoleFault, string> = {
  superuser:
    'DATABASE_URL names a superuser. Name a role without that right: the application must not get around row-level security.',
  'bypasses-row-security':
    'DATABASE_URL names a role with BYPASSRLS. Take that right from it: the application must not get around row-level security.',
  'owns-tables':
    'DATABASE_URL names a role that owns tables, or may become their owner. Name another: the application must not own its tables.',
}
