import { Client } from 'pg'

/** Any number will do, as long as every Beacon asks for the same one. */
const preparationLock = 4_242_2027

/**
 * Does the work while no other Beacon prepares the same database; others that start meanwhile wait, and then find it done.
 * The lock ends with the connection, however this process ends.
 *
 * @param ownerUrl connected directly: a pooler that changes connections would lose the lock.
 */
export async function aloneOnDatabase<Value>(ownerUrl: string, work: () => Promise<Value>): Promise<Value> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [preparationLock])
    return await work()
  } finally {
    await client.end()
  }
}
