import { type Connection, openConnection } from '#tests/bench/load/http'

/** One piece of work, done on one connection. `turn` counts from 0 over the whole bench, so that sessions rotate. */
export type Operation = (connection: Connection, turn: number) => Promise<void>

export type Limit = { readonly seconds: number } | { readonly times: number }

export type Driven = {
  readonly operations: number
  readonly seconds: number
  /** Of each operation, in the order of their ends. */
  readonly latenciesMs: readonly number[]
  /** The first thing that went wrong; the run is void. */
  readonly fault: string | null
}

/** Repeats the operation on that many connections at once, each beginning the next as soon as the last is done. */
export async function drive(
  operation: Operation,
  { connections, limit, firstTurn }: { connections: number; limit: Limit; firstTurn: number },
): Promise<Driven> {
  const latenciesMs: number[] = []
  const began = performance.now()
  let turn = firstTurn
  let fault: string | null = null
  const mayGoOn = () =>
    fault === null &&
    ('times' in limit ? turn < firstTurn + limit.times : performance.now() - began < limit.seconds * 1000)
  const lane = async () => {
    const connection = openConnection()
    while (mayGoOn()) {
      const thisTurn = turn++
      const start = performance.now()
      try {
        await operation(connection, thisTurn)
      } catch (thrown) {
        fault ??= thrown instanceof Error ? thrown.message : String(thrown)
      }
      latenciesMs.push(performance.now() - start)
    }
    connection.close()
  }
  await Promise.all(Array.from({ length: connections }, lane))
  return { operations: latenciesMs.length, seconds: (performance.now() - began) / 1000, latenciesMs, fault }
}
