import { Agent, type IncomingMessage, request } from 'node:http'

/** One connection that is kept open, as a browser's. */
export type Connection = {
  readonly send: (origin: string, wanted: Wanted) => Promise<Reply>
  readonly close: () => void
}

export type Wanted = {
  readonly path: string
  readonly cookie?: string
  readonly accept?: string
  /** Makes it a POST of a form from the origin itself. */
  readonly form?: Readonly<Record<string, string>>
}

export type Reply = { readonly status: number; readonly location: string; readonly body: string }

export function openConnection(): Connection {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  return { send: (origin, wanted) => send(agent, origin, wanted), close: () => agent.destroy() }
}

function send(agent: Agent, origin: string, { path, cookie, accept, form }: Wanted): Promise<Reply> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>()
  const body = form && new URLSearchParams(form).toString()
  const headers = {
    accept: accept ?? 'text/html',
    ...(cookie && { cookie }),
    ...(body !== undefined && {
      origin,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
    }),
  }
  const sent = request(`${origin}${path}`, { agent, method: body === undefined ? 'GET' : 'POST', headers })
  sent.on('response', (response) => {
    bodyOf(response).then((text) => {
      resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? '', body: text })
    }, reject)
  })
  sent.on('error', reject)
  sent.end(body)
  return promise
}

async function bodyOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** Throws where the answer is not what was asked for: then the whole run is void. */
export function requireReply(reply: Reply, status: number, marker: string): Reply {
  const { body, location } = reply
  if (reply.status !== status)
    throw new Error(`status ${reply.status} instead of ${status}: ${body.slice(0, 200)}`)
  if (!body.includes(marker) && !location.includes(marker)) throw new Error(`an answer without “${marker}”`)
  return reply
}
