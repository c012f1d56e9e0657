import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { checkout } from '#lib/cli/checkout'
import { generateClient } from '#lib/cli/generate-client'
import { databaseAccount } from '#lib/cli/postgres/account'
import { initialise } from '#lib/cli/postgres/initialise'
import { dataOf, type PostgresPlace } from '#lib/cli/postgres/place'
import { postgresPrograms } from '#lib/cli/postgres/programs'
import { type PostgresServer, startPostgres, stopLeftBehind } from '#lib/cli/postgres/server'
import { applyMigrations } from '#lib/data/set-up/apply-migrations'
import { applicationRole, databaseName, ensureRoles, ownerRole } from '#lib/data/set-up/roles'
import { installQueues } from '#lib/jobs/install-queues'
import { addressOf, testPassword } from '#tests/support/database-address'

// The database server of one test run: thrown away at its end. It does not wait for the disk, so that no test of
// durability may use it. Vitest runs this once before the first file of a layer and once after the last.

type Started = { server: PostgresServer; folder: string; users: number }
// Several layers may run in one process, and each asks for the server.
const shared = globalThis as { beaconTestServer?: Promise<Started> }

export default async function startTestServer(project: TestProject): Promise<() => Promise<void>> {
  shared.beaconTestServer ??= start()
  const started = await shared.beaconTestServer
  started.users += 1
  const { host, port } = started.server
  project.provide('databaseServer', { host, port })
  return async () => {
    started.users -= 1
    if (started.users > 0) return
    delete shared.beaconTestServer
    await started.server.stop()
    rmSync(started.folder, { recursive: true, force: true })
  }
}

const folderName = /^beacon-server-(\d+)-/

async function start(): Promise<Started> {
  generateClient()
  sweep()
  const folder = mkdtempSync(path.join(tmpdir(), `beacon-server-${process.pid}-`))
  const place = placeIn(folder)
  if (place.account) chownSync(folder, place.account.uid, place.account.gid)
  initialise(place)
  const server = await startPostgres(place)
  await ensureRoles(addressOf(server, 'postgres', 'postgres'), {
    owner: testPassword,
    application: testPassword,
  })
  const ownerUrl = addressOf(server, ownerRole, databaseName)
  await applyMigrations(ownerUrl, path.join(checkout, 'prisma'))
  await installQueues(ownerUrl, applicationRole)
  return { server, folder, users: 0 }
}

function placeIn(folder: string): PostgresPlace {
  const account = databaseAccount(dataOf(folder))
  return {
    folder,
    account,
    programs: postgresPrograms(folder, account),
    superuserPassword: testPassword,
    durable: false,
  }
}

/** A run that was killed leaves its server behind; the next run of the same user ends it. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = folderName.exec(name)?.[1]
    if (!pid || isAlive(Number(pid))) continue
    const folder = path.join(tmpdir(), name)
    try {
      stopLeftBehind(placeIn(folder))
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // It belongs to somebody else.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM'
  }
}
