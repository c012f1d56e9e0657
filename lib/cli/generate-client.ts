import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { checkout } from '#lib/cli/checkout'
import { StartRefusal } from '#lib/cli/start-refusal'

/** Generates Prisma's client where it is missing or older than the schema. Returns whether it had to. */
export function generateClient(): boolean {
  const schema = path.join(checkout, 'prisma', 'schema.prisma')
  const prisma = path.join(checkout, 'node_modules', 'prisma')
  const hash = createHash('sha256')
    .update(readFileSync(schema))
    .update(readFileSync(path.join(prisma, 'package.json')))
    .digest('hex')
  const stamp = path.join(checkout, 'lib', 'data', 'generated', '.schema-hash')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false
  const command = [path.join(prisma, 'build', 'index.js'), 'generate', '--schema', schema]
  const done = spawnSync(process.execPath, command, {
    cwd: checkout,
    encoding: 'utf8',
    env: {
      ...process.env,
      // Generating needs no engine, but looks for one, and would fetch it: any program will do.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  })
  if (done.status !== 0)
    throw new StartRefusal(`The database client could not be generated: ${done.stderr.trim()}`)
  writeFileSync(stamp, hash)
  return true
}
