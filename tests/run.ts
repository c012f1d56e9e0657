// What `npm test` runs. `npm test -- domain style` runs only the steps named; without names, all of them, in order.
// The last line is plain, so that a machine can read it: `N passed, N failed`.
import { type Count, inWords, oneFailed, sum } from '#tests/run/count'
import { endRunning } from '#tests/run/execute'
import { type Step, steps } from '#tests/run/steps'

async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name))
  if (unknown.length > 0) {
    console.log(
      `There is no step ${unknown.join(', ')}. The steps: ${steps.map((step) => step.name).join(', ')}.`,
    )
    console.log(inWords(oneFailed))
    return 1
  }
  const chosen = names.length > 0 ? steps.filter((step) => names.includes(step.name)) : steps
  const counts: Count[] = []
  for (const [index, step] of chosen.entries()) {
    counts.push(await runStep(step, `${index + 1} of ${chosen.length}`))
  }
  const total = sum(counts)
  console.log(`\n${summary(chosen, counts)}\n`)
  console.log(inWords(total))
  return total.failed > 0 ? 1 : 0
}

async function runStep(step: Step, place: string): Promise<Count> {
  const began = performance.now()
  console.log(`\n== ${step.name} (${place})`)
  const count = await step.run().catch((fault: unknown) => {
    console.log(fault)
    return oneFailed
  })
  console.log(`== ${step.name}: ${inWords(count)}, ${((performance.now() - began) / 1000).toFixed(1)} s`)
  return count
}

function summary(chosen: readonly Step[], counts: readonly Count[]): string {
  return chosen
    .map((step, index) => `${step.name.padEnd(14)}${inWords(counts[index] ?? oneFailed)}`)
    .join('\n')
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    endRunning()
    process.exit(130)
  })
}
process.exitCode = await main(process.argv.slice(2))
