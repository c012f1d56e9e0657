import { setTimeout } from 'node:timers/promises'
import { runBeside } from '#tests/bench/stack/beacon'

type Place = { readonly dataDir: string; readonly port: number }

/** The database tells its counts some ten seconds after a connection fell silent. */
const settlingMs = 12_000

/** How many rows the practice's tables gave while the work ran. */
export async function rowsReadBy(place: Place, work: () => Promise<unknown>): Promise<number> {
  const count = () => runBeside<number>(place, 'tests/bench/scale-rows.ts')
  await setTimeout(settlingMs)
  const before = await count()
  await work()
  await setTimeout(settlingMs)
  return (await count()) - before
}
