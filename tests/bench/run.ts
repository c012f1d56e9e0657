import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build, buildIsFresh } from '#lib/cli/build'
import { type Options, optionsFrom, usage } from '#tests/bench/options'
import { machineNow } from '#tests/bench/report/machine'
import { inTable } from '#tests/bench/report/table'
import { verdictsOf } from '#tests/bench/report/verdicts'
import { type Results, runParts } from '#tests/bench/run-parts'
import { testEnvironment } from '#tests/run/execute'

// `npm run bench`: the built app against a bare one, over HTTP, on the embedded database. It is no test: it prints what it
// found and what was aimed at, and fails only where a run is void.

async function main(options: Options): Promise<number> {
  if (options.parts.some((part) => part !== 'engine') && !buildIsFresh()) {
    console.log('Building what is served')
    await build(testEnvironment())
  }
  const before = machineNow()
  const folder = mkdtempSync(path.join(tmpdir(), 'beacon-bench-'))
  // The database's system user passes through it.
  chmodSync(folder, 0o755)
  try {
    const results = await runParts(options, folder)
    return report(options, before, results)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function report(options: Options, before: ReturnType<typeof machineNow>, results: Results): number {
  const verdicts = verdictsOf(results)
  const command = `npm run bench -- ${process.argv.slice(2).join(' ')}`.replace(/ -- $/, '')
  const whole = { command, quick: options.quick, before, after: machineNow(), verdicts, ...results }
  mkdirSync(path.dirname(options.out), { recursive: true })
  writeFileSync(options.out, JSON.stringify(whole, null, 2))
  console.log(`\n${inTable(whole)}\n\nEverything as JSON: ${options.out}`)
  return results.faults.length > 0 ? 1 : 0
}

const options = optionsFrom(process.argv.slice(2))
if (!options) console.error(`The bench does not understand that. Use: ${usage}`)
process.exit(options ? await main(options) : 1)
