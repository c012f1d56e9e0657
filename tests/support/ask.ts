import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import type { RunningApp } from '#tests/support/app'

export type ServedApp = Omit<RunningApp, 'stop'>

export type Question = {
  readonly method?: string
  readonly path: string
  readonly cookie?: string
  readonly headers?: Readonly<Record<string, string>>
  /** A form's fields; several values of one name are a list. */
  readonly form?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: string | Uint8Array
}

export type Answer = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  /** Path and query of the redirect, without the origin. */
  readonly location: string | undefined
}

const agent = new Agent({ keepAlive: true, maxSockets: 4 })

/** One request as it is written here, with no header that a client library would add. Redirects are not followed. */
export function ask({ origin }: Pick<ServedApp, 'origin'>, question: Question): Promise<Answer> {
  const { path, cookie, form } = question
  const body = question.body ?? (form && formText(form))
  const headers = {
    ...(cookie ? { cookie } : {}),
    ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    ...(body === undefined || question.headers?.['transfer-encoding']
      ? {}
      : { 'content-length': String(Buffer.byteLength(body)) }),
    ...question.headers,
  }
  const { hostname, port } = new URL(origin)
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const method = question.method ?? 'GET'
  const sent = request({ agent, hostname, port, path, method, headers, timeout: 20_000 }, (response) => {
    const chunks: Buffer[] = []
    response.on('data', (chunk) => chunks.push(chunk))
    response.on('error', reject)
    response.on('end', () => {
      const { location } = response.headers
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers,
        text: Buffer.concat(chunks).toString(),
        location: location?.replace(origin, ''),
      })
    })
  })
  sent.on('error', reject)
  sent.on('timeout', () => sent.destroy(new Error(`${method} ${path} took too long`)))
  sent.end(body)
  return promise
}

/** A form sent from one of our own pages. */
export function post(app: Pick<ServedApp, 'origin'>, question: Question): Promise<Answer> {
  const headers = { origin: app.origin, 'sec-fetch-site': 'same-origin', ...question.headers }
  return ask(app, { ...question, method: 'POST', form: question.form ?? {}, headers })
}

function formText(form: NonNullable<Question['form']>): string {
  const pairs = Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))
  return new URLSearchParams(pairs as [string, string][]).toString()
}

/** A form with one file, as browsers send it: body and head for a question. */
export function withFile(
  form: NonNullable<Question['form']>,
  file: { readonly field: string; readonly name: string; readonly bytes: Uint8Array },
) {
  const line = '----------------------------of-a-test'
  const parts = Object.entries(form).flatMap(([name, value]) =>
    [value]
      .flat()
      .map((one) => `--${line}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${one}\r\n`),
  )
  const head = `--${line}\r\nContent-Disposition: form-data; name="${file.field}"; filename="${file.name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  const body = Buffer.concat([
    Buffer.from(parts.join('') + head),
    file.bytes,
    Buffer.from(`\r\n--${line}--\r\n`),
  ])
  return { body, headers: { 'content-type': `multipart/form-data; boundary=${line}` } }
}
