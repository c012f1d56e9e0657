import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkout } from '#lib/cli/checkout'
import { publishContent } from '#lib/cli/content-publish'
import { withDatabase } from '#lib/cli/context'
import { firstAdministratorLink } from '#lib/cli/first-administrator'
import { makeRoles, migrate } from '#lib/cli/migrate'
import { plainly, StartRefusal } from '#lib/cli/start-refusal'
import { step } from '#lib/cli/steps'
import { aloneOnDatabase } from '#lib/data/set-up/alone-on-database'
import { now } from '#lib/system/clock'
import { ownerDatabaseUrl, settings } from '#lib/system/env'
import { bringUpProjection } from '#lib/use-cases/operation/bring-up-projection'

// Brings a database to what this version of Beacon needs: roles, schema, queue, library, and on wish the cast. A process
// of its own, so that what it loads is gone from memory when the start is done. It tells its parent the link by which
// the first administrator is made, where there is none yet.

const wanted = new Set(process.argv.slice(2))

/** Calls one function of a neighbour that may not be there; its answer, if any, is the words for the progress line. */
async function callNeighbour(file: string, name: string): Promise<string | undefined> {
  const script = path.join(checkout, 'lib', 'cli', file)
  if (!existsSync(script)) return undefined
  const neighbour = await import(pathToFileURL(script).href)
  return neighbour[name]()
}

/** Another version of the code may project otherwise: then everything is derived anew before anybody looks. */
async function bringUp(): Promise<string | undefined> {
  const done = await withDatabase(settings().databaseUrl, (db) =>
    bringUpProjection(db, now, (practices, all) => {
      if (practices % 10 === 0) console.log(`  ${practices} of ${all} practices derived anew`)
    }),
  )
  return done.practices > 0 ? `Derived anew: ${done.people} people at ${done.practices} practices` : undefined
}

/** Resolves when the message has left: what follows is the end of this process. */
function tellParent(link: string | undefined): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  if (link && process.send) process.send({ link }, undefined, undefined, () => resolve())
  else resolve()
  return promise
}

async function prepare(): Promise<void> {
  await migrate()
  if (wanted.has('--publish')) await step((words) => words, publishContent)
  if (wanted.has('--demo')) {
    await step(
      (words) => words ?? 'Sample people played in',
      () => callNeighbour('seed.ts', 'playCast'),
    )
  }
  await step((words) => words ?? 'Projection up to date', bringUp)
  if (wanted.has('--link')) {
    await tellParent(await firstAdministratorLink())
  }
}

try {
  await makeRoles()
  await aloneOnDatabase(ownerDatabaseUrl(), prepare)
  process.exit(0)
} catch (fault) {
  const plain = plainly(fault)
  console.error(plain instanceof StartRefusal ? `✗ ${plain.message}` : plain)
  process.exit(1)
}
