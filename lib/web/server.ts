import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { parseArgs } from 'node:util'
import next from 'next'
import { isDevelopment } from '#lib/system/env'
import { responseHeaders } from '#lib/web/response-headers'

// The web process. It puts our headers on every answer, whatever the answer is, and leaves the rest to the framework. Why
// not in a `proxy.ts`: lib/decisions/0011-headers-at-the-server.md.

const { values } = parseArgs({ options: { hostname: { type: 'string' }, port: { type: 'string' } } })
const { hostname = '127.0.0.1' } = values
const port = Number(values.port ?? 3000)

const app = next({ dev: isDevelopment(), hostname, port })
await app.prepare()
const handle = app.getRequestHandler()

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { policy, all } = responseHeaders()
  for (const [name, value] of all) response.setHeader(name, value)
  // From here the framework takes the nonce for its own scripts.
  request.headers['content-security-policy'] = policy
  // A page does not know its own address, and a page that failed must say where to try again.
  request.headers['x-beacon-path'] = request.url?.split('?')[0] ?? '/'
  await handle(request, response)
}

const server = createServer((request, response) => void answer(request, response))
server.listen(port, hostname)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    // What is being answered is answered; browsers' waiting connections hold nothing.
    server.close(() => process.exit(0))
    server.closeIdleConnections()
    if (isDevelopment()) process.exit(0)
  })
}
