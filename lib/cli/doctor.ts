import { withDatabase } from '#lib/cli/context'
import { now } from '#lib/system/clock'
import { settings } from '#lib/system/env'
import { bringUpProjection } from '#lib/use-cases/operation/bring-up-projection'
import { checkProjection, type ProjectionCheck } from '#lib/use-cases/operation/check-projection'
import { forgetProjection } from '#lib/use-cases/operation/forget-projection'

// `npm run doctor`: says for everyone whether what the lists show is what the status function gives. With `--rebuild` it
// derives everything anew first. Beside a Beacon that serves, or alone. Exit code 1 where something differs.

async function rebuild(): Promise<void> {
  const began = performance.now()
  await withDatabase(settings().databaseUrl, async (db) => {
    await forgetProjection(db)
    const done = await bringUpProjection(db, now, (practices, all) => {
      if (practices % 10 === 0 || practices === all) console.log(`  ${practices} of ${all} practices`)
    })
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(`Derived anew: ${done.people} people at ${done.practices} practices (${seconds} s)`)
  })
}

async function check(): Promise<number> {
  const checks: ProjectionCheck[] = []
  await withDatabase(settings().databaseUrl, (db) =>
    checkProjection(db, now, (found) => {
      checks.push(found)
      for (const problem of problemsOf(found)) console.log(problem)
    }),
  )
  const faults = checks.filter((found) => isFault(found)).length
  const sum = (of: (found: ProjectionCheck) => number) =>
    checks.reduce((total, found) => total + of(found), 0)
  const compared = `${sum(({ lines }) => lines)} lines of ${sum(({ people }) => people)} people at ${checks.length} practices`
  console.log(faults === 0 ? `✓ Equal: ${compared}` : `✗ ${faults} practices differ; compared: ${compared}`)
  if (faults > 0) console.log('Mend it with: npm run doctor -- --rebuild')
  return faults === 0 ? 0 : 1
}

const isFault = ({ differing, tallyFaults, isDue }: ProjectionCheck) =>
  !isDue && (differing.length > 0 || tallyFaults.length > 0)

function problemsOf({ practiceId, differing, tallyFaults, isDue }: ProjectionCheck): readonly string[] {
  if (isDue) return [`Practice ${practiceId} is being derived anew by the worker; ask again in a moment`]
  return [
    ...differing.map((line) => `Practice ${practiceId}: staff member and requirement ${line} differ`),
    ...tallyFaults.map(
      ({ on, requirementId, tally, counted, told }) =>
        `Practice ${practiceId}, requirement ${requirementId}, ${on}: ${tally} is ${counted} and was counted as ${told}`,
    ),
  ]
}

if (process.argv.includes('--rebuild')) await rebuild()
process.exit(await check())
