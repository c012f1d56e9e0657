import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { checkout } from '#lib/cli/checkout'
import { launch } from '#lib/cli/processes'
import { StartRefusal } from '#lib/cli/start-refusal'
import type { Environment } from '#lib/system/env'

const stamp = path.join(checkout, '.next', 'beacon-build')
// The generated client follows from the schema. Commands and jobs are not part of what is served.
const sources = ['app/**', 'components/**', 'lib/**', 'public/**', 'prisma/schema.prisma', '*.{ts,mjs,json}']
const apart =
  /^lib\/(cli|jobs|data\/generated|data\/set-up)\/|\.test\.tsx?$|\.md$|^next-env\.d\.ts$|\.tsbuildinfo$/

/** Whether what was built last was built from the sources as they are now. */
export function buildIsFresh(): boolean {
  const built = existsSync(stamp) && existsSync(path.join(checkout, '.next', 'BUILD_ID'))
  return built && readFileSync(stamp, 'utf8') === sourceHash()
}

/** Builds what is served. Takes about a minute on a small machine. */
export async function build(env: Environment): Promise<void> {
  const hash = sourceHash()
  const next = launch({ name: 'build', command: [nextProgram, 'build'], env, output: 'kept' })
  if ((await next.ended) !== 0) throw new StartRefusal(`The build failed:\n${next.words().trim()}`)
  writeFileSync(stamp, hash)
}

const nextProgram = path.join(checkout, 'node_modules', 'next', 'dist', 'bin', 'next')

function sourceHash(): string {
  const files = sources
    .flatMap((pattern) => globSync(pattern, { cwd: checkout, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(checkout, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !apart.test(file))
    .sort()
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(checkout, file)))
      .update('\0')
  return hash.digest('hex')
}
