import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import type { Prisma } from '#lib/data/generated/client'
import { invariant } from '#lib/domain/invariant'

// Prisma opens and ends our transactions and runs its own queries; the SQL that we write ourselves goes straight to the
// transaction's connection. The way through Prisma's client costs more CPU than PostgreSQL takes for most statements.

/** The connection of a transaction, lent once; null from the moment that its COMMIT or ROLLBACK is sent. */
type Lent = { connection?: pg.PoolClient | null }

// The pages and the commands of a built app are two copies of our modules with one database between them.
const shared = globalThis as { beaconLending?: AsyncLocalStorage<Lent> }
shared.beaconLending ??= new AsyncLocalStorage()
const lending = shared.beaconLending

/** Runs the work in a transaction of Prisma's, with `$queryRaw` and `$executeRaw` on its connection. */
export function withDirectSql<Value>(
  open: (work: (tx: Prisma.TransactionClient) => Promise<Value>) => Promise<Value>,
  work: (tx: Prisma.TransactionClient) => Promise<Value>,
): Promise<Value> {
  const lent: Lent = {}
  return lending.run(lent, () => open((tx) => work(directly(tx, lent))))
}

/** Prisma's adapter, which also lends each transaction's connection to whoever opened the transaction. */
export class LendingAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    const start = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (isolation) => {
      const transaction = await start(isolation)
      const lent = lending.getStore()
      // Another transaction that the work itself opens through the client is none of its own.
      if (!lent || lent.connection !== undefined) return transaction
      lent.connection = Reflect.get(transaction, 'client')
      const execute = transaction.executeRaw.bind(transaction)
      transaction.executeRaw = (query) => {
        // What comes after this would run on a connection that belongs to somebody else.
        if (query.sql === 'COMMIT' || query.sql === 'ROLLBACK') lent.connection = null
        return execute(query)
      }
      return transaction
    }
    return adapter
  }
}

function directly(tx: Prisma.TransactionClient, lent: Lent): Prisma.TransactionClient {
  // A database with another adapter lends nothing, and its client sends everything.
  if (!lent.connection) return tx
  const run = (parts: TemplateStringsArray, values: unknown[]) => {
    invariant(lent.connection, 'a transaction is open while its work runs')
    return lent.connection.query({ ...statementOf(parts), values, types })
  }
  const own: Record<string | symbol, unknown> = {
    $queryRaw: async (parts: TemplateStringsArray, ...values: unknown[]) => (await run(parts, values)).rows,
    $executeRaw: async (parts: TemplateStringsArray, ...values: unknown[]) =>
      (await run(parts, values)).rowCount ?? 0,
  }
  return new Proxy(tx, { get: (target, key) => own[key] ?? Reflect.get(target, key) })
}

type Statement = { readonly name: string; readonly text: string }
const statements = new WeakMap<TemplateStringsArray, Statement>()

/** Named, so that each connection plans it once: as many names as there are templates in our code. */
function statementOf(parts: TemplateStringsArray): Statement {
  const known = statements.get(parts)
  if (known) return known
  const text = parts.reduce((before, part, index) => `${before}$${index}${part}`)
  // By what it says, since the copies of this module share connections.
  const name = createHash('sha256').update(text).digest('base64url')
  statements.set(parts, { name, text })
  return { name, text }
}

/** A `date` is midnight UTC wherever the server stands, and a `bigint` is exact: as Prisma reads them. */
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.DATE, (text: string) => new Date(`${text}T00:00:00Z`))
types.setTypeParser(pg.types.builtins.INT8, BigInt)
