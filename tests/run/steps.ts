import { build, buildIsFresh } from '#lib/cli/build'
import { codeFolders, cruise, sourceFiles } from '#tests/architecture/cruise'
import { ensureBrowser } from '#tests/run/browser'
import {
  type Count,
  countPlaywright,
  countVitest,
  doubted,
  nothing,
  oneFailed,
  onePassed,
} from '#tests/run/count'
import { execute, freshReport, readReport, testEnvironment } from '#tests/run/execute'

export type Step = { readonly name: string; readonly run: () => Promise<Count> }

const tools = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  knip: 'node_modules/knip/bin/knip.js',
  next: 'node_modules/next/dist/bin/next',
  playwright: 'node_modules/@playwright/test/cli.js',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
}

// Knip reads ignored files too: the generated database client is what uses Prisma's runtime.
/** Every step, from the quick to the slow. What fails early does not stop what comes later. */
export const steps: readonly Step[] = [
  check('style', [tools.biome, 'check', '--error-on-warnings', '.']),
  check('types', [tools.next, 'typegen'], [tools.tsc, '--noEmit', '-p', '.']),
  { name: 'layers', run: checkLayers },
  check('unused', [tools.knip, '--no-progress', '--no-gitignore']),
  layer('domain', ['domain *']),
  layer('adapters'),
  layer('integration'),
  layer('http'),
  layer('content'),
  layer('architecture'),
  layer('faults'),
  { name: 'journeys', run: runJourneys },
]

type CommandLine = readonly [script: string, ...args: string[]]

/** A tool that only says yes or no counts as one test, however many of its commands it takes. */
function check(name: string, ...commands: CommandLine[]): Step {
  const run = async () => {
    for (const [script, ...args] of commands) {
      if ((await execute(script, args)) !== 0) return oneFailed
    }
    return onePassed
  }
  return { name, run }
}

/** A cruiser that has lost its parser reads nothing and finds nothing, so what it did not read counts against it. */
async function checkLayers(): Promise<Count> {
  const { modules, breaches } = cruise(codeFolders())
  const unread = sourceFiles().filter((file) => !modules.includes(file))
  for (const { file, rule, to } of breaches) console.log(`${rule}: ${file} → ${to}`)
  for (const file of unread) console.log(`was not read: ${file}`)
  console.log(`${modules.length} modules read`)
  return breaches.length + unread.length > 0 ? oneFailed : onePassed
}

function layer(name: string, projects: readonly string[] = [name]): Step {
  const run = async () => {
    const report = freshReport(name)
    const args = ['run', ...projects.map((project) => `--project=${project}`)]
    const exitCode = await execute(tools.vitest, [
      ...args,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ])
    const found = readReport(report) as Parameters<typeof countVitest>[0] | undefined
    return doubted(found ? countVitest(found) : nothing, exitCode)
  }
  return { name, run }
}

async function runJourneys(): Promise<Count> {
  if (!ensureBrowser()) return oneFailed
  if (!buildIsFresh()) {
    console.log('Building what the journeys meet')
    await build(testEnvironment())
  }
  const report = freshReport('journeys')
  const exitCode = await execute(tools.playwright, ['test', '--reporter=dot,json'], {
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  })
  const found = readReport(report) as Parameters<typeof countPlaywright>[0] | undefined
  return doubted(found ? countPlaywright(found) : nothing, exitCode)
}
