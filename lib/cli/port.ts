import { once } from 'node:events'
import { get } from 'node:http'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { StartRefusal } from '#lib/cli/start-refusal'

type Place = { readonly host: string; readonly port: number }

/** Refuses the start, in words, where nothing can listen on the port. */
export async function requireFreePort({ host, port }: Place): Promise<void> {
  const server = createServer().listen({ host, port, exclusive: true })
  try {
    await once(server, 'listening')
  } catch (fault) {
    throw new StartRefusal(inWords((fault as NodeJS.ErrnoException).code, { host, port }))
  }
  server.close()
  await once(server, 'close')
}

function inWords(code: string | undefined, { host, port }: Place): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is already in use. Stop the other program, or choose another port, for example: PORT=${port + 1} npm start`
  }
  if (code === 'EACCES') return `Port ${port} is kept for the system. Choose one above 1023 with PORT.`
  return `Beacon cannot listen on ${host} (${code}). Set HOST to an address of this machine, such as 127.0.0.1.`
}

/** Resolves when something answers HTTP there, whatever it answers. Ask again until it does, or `until` settles. */
export async function answers(
  { host, port }: Place,
  path: string,
  until: Promise<unknown>,
): Promise<boolean> {
  const loopback: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '::1' }
  let over = false
  void until.finally(() => {
    over = true
  })
  while (!over) {
    if (await answersOnce({ host: loopback[host] ?? host, port }, path)) return true
    await wait(50)
  }
  return false
}

function answersOnce({ host, port }: Place, path: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const request = get({ host, port, path, agent: false, timeout: 10_000 }, (response) => {
    response.resume()
    resolve(true)
  })
  request.on('error', () => resolve(false))
  request.on('timeout', () => request.destroy())
  return promise
}
