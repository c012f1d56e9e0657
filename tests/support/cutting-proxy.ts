import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A way to PostgreSQL that can be cut at the one moment that matters. */
export type CuttingProxy = {
  /** The address by which a client takes this way. */
  readonly url: string
  /** From now on: the next COMMIT reaches the server and is carried out, and its answer never arrives. */
  readonly cutAfterCommit: () => void
  /** How often that happened. */
  readonly cuts: () => number
  readonly close: () => Promise<void>
}

export async function cuttingProxy(databaseUrl: string): Promise<CuttingProxy> {
  const to = endOf(databaseUrl)
  const sockets = new Set<Socket>()
  let state: 'open' | 'armed' = 'open'
  let cuts = 0
  const server = createServer((client) => {
    const database = connect(to)
    let commits = false
    for (const socket of [client, database]) {
      sockets.add(socket)
      socket.setNoDelay(true)
      // What is cut off here is what the test is about.
      socket.on('error', () => undefined)
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        database.destroy()
      })
    }
    client.on('data', (chunk) => {
      if (state === 'armed' && chunk.includes('COMMIT')) {
        state = 'open'
        commits = true
      }
      database.write(chunk)
    })
    database.on('data', (chunk) => {
      if (commits) {
        // The server has said what became of it: this answer is the one that is lost.
        cuts += 1
        client.destroy()
      } else client.write(chunk)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const from = new URL(databaseUrl)
  from.searchParams.delete('host')
  from.hostname = '127.0.0.1'
  from.port = String((server.address() as AddressInfo).port)
  return {
    url: from.href,
    cutAfterCommit: () => {
      state = 'armed'
    },
    cuts: () => cuts,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** A Unix socket's folder stands in the query. */
function endOf(databaseUrl: string): { path: string } | { host: string; port: number } {
  const { hostname, port, searchParams } = new URL(databaseUrl)
  const folder = searchParams.get('host')
  return folder ? { path: `${folder}/.s.PGSQL.${port}` } : { host: hostname, port: Number(port) }
}
