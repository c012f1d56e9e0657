import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { parseArgs } from 'node:util'
import next from 'next'
import { isDevelopment, settings } from '#lib/system/env'
import { log } from '#lib/system/log'
import { readablePath } from '#lib/web/request-path'
import { responseHeaders } from '#lib/web/response-headers'
import { originOfAnotherName } from '#lib/web/same-origin'
import { addressHeader, visitorAddress } from '#lib/web/visitor-address'

// The web process. It puts our headers on every answer, whatever the answer is, and leaves the rest to the framework. Why
// not in a `proxy.ts`: lib/decisions/0012-headers-at-the-server.md.

const { values } = parseArgs({ options: { hostname: { type: 'string' }, port: { type: 'string' } } })
const { hostname = '127.0.0.1' } = values
const port = Number(values.port ?? 3000)
const { origin } = settings()

const app = next({ dev: isDevelopment(), hostname, port })
await app.prepare()
const handle = app.getRequestHandler()

const sentFile =
  /^\/(?:external-certificates\/[^/?]+\/file|authoring\/[^/?]+\/drafts\/[^/?]+\/media\/[^/?]+)(?:\?|$)/

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { policy, nonce, all } = responseHeaders()
  for (const [name, value] of all) response.setHeader(name, value)
  const address = readablePath(request.url)
  const elsewhere = originOfAnotherName(request.headers.host, origin)
  if (elsewhere) {
    response.writeHead(308, { location: `${elsewhere}${address}` }).end()
    return
  }
  // Every page asks for the way out first; without this each would ask whether it has changed.
  if (address === '/quick-exit.js') response.setHeader('cache-control', 'public, max-age=86400')
  // What somebody else sent us is kept by browsers, never opened under our name.
  if (sentFile.test(address)) response.setHeader('content-security-policy', `${policy}; sandbox`)
  request.url = address
  // From here the framework takes the nonce for its own scripts.
  request.headers['content-security-policy'] = policy
  request.headers['x-beacon-nonce'] = nonce
  // A page does not know its own address, and a page that failed must say where to try again.
  const [path = '/', query = ''] = address.split('?')
  request.headers['x-beacon-path'] = path
  request.headers['x-beacon-query'] = query
  request.headers[addressHeader] = visitorAddress(
    request.socket.remoteAddress,
    request.headers['x-forwarded-for']?.toString(),
  )
  await handle(request, response)
}

/** What the framework did not answer itself. The connection ends, so that nobody waits for the rest. */
function fallen(fault: unknown, response: ServerResponse): void {
  log.error({ fault }, 'a request failed before a page was asked')
  // An answer that broke off must not look whole.
  if (response.headersSent) response.destroy()
  else response.writeHead(500).end()
}

const server = createServer((request, response) => {
  answer(request, response).catch((fault: unknown) => fallen(fault, response))
})
// Longer than the minute for which a proxy in front of us keeps an idle connection, or it would send into a closed one.
server.keepAliveTimeout = 65_000
// Nothing of ours is silent for so long: who neither reads nor sends is not waited for.
server.setTimeout(120_000)
server.listen(port, hostname)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    // What is being answered is answered; browsers' waiting connections hold nothing.
    server.close(() => process.exit(0))
    server.closeIdleConnections()
    if (isDevelopment()) process.exit(0)
  })
}
