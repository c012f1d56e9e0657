import type { AddressInfo, Socket } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import { createMailer, type Mailer, type OutgoingMail } from '#lib/mail/send-mail'

type Received = {
  readonly email: Email
  readonly raw: string
  readonly from: string
  readonly to: readonly string[]
}

const from = { name: 'Riverside training', address: 'training@riverside.example' }
const reminder: OutgoingMail = {
  id: '0b7a8f0e-0000-4000-8000-000000000001',
  to: { name: 'Łukasz Ñuñez', address: 'lukasz@riverside.example' },
  subject: 'Training due',
  text: 'Hello Łukasz,\n\nyour training is due.\n\nhttps://training.example/training\n.\nBye\n',
}

const opened: { mailers: Mailer[]; servers: SMTPServer[] } = { mailers: [], servers: [] }

afterEach(async () => {
  for (const mailer of opened.mailers.splice(0)) mailer.close()
  await Promise.all(
    opened.servers.splice(0).map((server) => new Promise((done) => server.close(() => done(null)))),
  )
})

/** A real SMTP server on a free port of this machine, and what it took in. */
async function smtpServer(options: SMTPServerOptions = {}) {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks)
        const { mailFrom, rcptTo } = session.envelope
        void PostalMime.parse(raw).then((email) => {
          received.push({
            email,
            raw: raw.toString('latin1'),
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
          })
          done()
        })
      })
    },
    ...options,
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  opened.servers.push(server)
  return { received, port: (server.server.address() as AddressInfo).port }
}

function mailer(smtpUrl: string): Mailer {
  const created = createMailer({ smtpUrl, from })
  opened.mailers.push(created)
  return created
}

const refusing = (code: number, message: string) => Object.assign(new Error(message), { responseCode: code })

describe('a message', () => {
  test('arrives with its names, its words and nothing besides', async () => {
    const { received, port } = await smtpServer()
    expect(await mailer(`smtp://127.0.0.1:${port}`).send(reminder)).toEqual({ kind: 'sent' })
    const [mail] = received
    expect(mail).toMatchObject({ from: 'training@riverside.example', to: ['lukasz@riverside.example'] })
    expect(mail?.email).toMatchObject({
      from,
      to: [{ name: 'Łukasz Ñuñez', address: 'lukasz@riverside.example' }],
      subject: 'Training due',
      text: reminder.text,
      messageId: '<0b7a8f0e-0000-4000-8000-000000000001@riverside.example>',
      attachments: [],
    })
    expect(mail?.email.html).toBeUndefined()
    expect(mail?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)
  })

  test('sent many at a time arrives once each', async () => {
    const { received, port } = await smtpServer()
    const { send } = mailer(`smtp://127.0.0.1:${port}`)
    const ids = Array.from({ length: 20 }, (_, index) => `mail-${index}`)
    const outcomes = await Promise.all(ids.map((id) => send({ ...reminder, id })))
    expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['sent']))
    expect(received.map(({ email }) => email.messageId).sort()).toEqual(
      ids.map((id) => `<${id}@riverside.example>`).sort(),
    )
  })
})

describe('what people typed stays where it belongs', () => {
  test.each([
    [
      'a line break in the name',
      { to: { name: 'Omar\r\nBcc: spy@evil.example', address: reminder.to.address } },
    ],
    ['a line break in the subject', { subject: 'Training due\r\nBcc: spy@evil.example\r\n\r\nbody' }],
    ['another line separator', { subject: 'Training due\u2028Bcc: spy@evil.example' }],
    ['an address in the name', { to: { name: 'Omar <spy@evil.example>, x', address: reminder.to.address } }],
    ['quotes in the name', { to: { name: '"Omar" <spy@evil.example>', address: reminder.to.address } }],
  ])('%s adds no recipient and no header', async (_what, change) => {
    const { received, port } = await smtpServer()
    await mailer(`smtp://127.0.0.1:${port}`).send({ ...reminder, ...change })
    const [mail] = received
    expect(mail?.to).toEqual(['lukasz@riverside.example'])
    expect(mail?.email.to?.map(({ address }) => address)).toEqual(['lukasz@riverside.example'])
    expect(mail?.email.bcc).toBeUndefined()
    expect(mail?.email.headers.map(({ key }) => key)).not.toContain('bcc')
    expect(mail?.email.text).toBe(reminder.text)
  })

  test.each([
    'nobody',
    'a@b.example, spy@evil.example',
    'a@b.example\r\nRCPT TO:<spy@evil.example>',
    'Omar <a@b.example>',
    '"a b"@c.example>',
    '',
    `${'x'.repeat(250)}@b.example`,
  ])('%j is no address: refused for good, and nothing is sent', async (address) => {
    const { received, port } = await smtpServer()
    const outcome = await mailer(`smtp://127.0.0.1:${port}`).send({ ...reminder, to: { name: 'x', address } })
    expect(outcome.kind).toBe('permanent-failure')
    expect(received).toEqual([])
  })

  test('no file is read for a text that looks like one', async () => {
    const { received, port } = await smtpServer()
    const text = { path: '/etc/hostname' } as unknown as string
    const outcome = await mailer(`smtp://127.0.0.1:${port}`).send({ ...reminder, text })
    expect(outcome.kind).toBe('temporary-failure')
    expect(received).toEqual([])
  })
})

describe('a failure is named', () => {
  test('an unknown recipient is final, in the server’s words', async () => {
    const { port } = await smtpServer({
      onRcptTo: (_to, _session, done) => done(refusing(550, 'No such person')),
    })
    const outcome = await mailer(`smtp://127.0.0.1:${port}`).send(reminder)
    expect(outcome).toEqual({ kind: 'permanent-failure', problem: 'EENVELOPE 550 No such person' })
  })

  test('a full mailbox is not', async () => {
    const { port } = await smtpServer({
      onRcptTo: (_to, _session, done) => done(refusing(452, 'Mailbox full')),
    })
    expect(await mailer(`smtp://127.0.0.1:${port}`).send(reminder)).toEqual({
      kind: 'temporary-failure',
      problem: 'EENVELOPE 452 Mailbox full',
    })
  })

  test('a refused text is final', async () => {
    const { port } = await smtpServer({
      onData: (stream, _session, done) => {
        stream.resume()
        stream.on('end', () => done(refusing(554, 'Looks like spam')))
      },
    })
    expect(await mailer(`smtp://127.0.0.1:${port}`).send(reminder)).toMatchObject({
      kind: 'permanent-failure',
    })
  })

  test('a refused sender or password is for the administrator to mend, and the password is not shown', async () => {
    const sender = await smtpServer({ onMailFrom: (_from, _session, done) => done(refusing(550, 'Not you')) })
    expect(await mailer(`smtp://127.0.0.1:${sender.port}`).send(reminder)).toMatchObject({
      kind: 'temporary-failure',
    })
    const login = await smtpServer({
      onAuth: (_auth, _session, done) => done(refusing(535, 'Wrong password')),
    })
    const outcome = await mailer(`smtp://beacon:pa55word@127.0.0.1:${login.port}`).send(reminder)
    expect(outcome).toEqual({ kind: 'temporary-failure', problem: 'EAUTH 535 Wrong password' })
  })

  test('a server that is away is tried again later', async () => {
    const { port } = await smtpServer()
    const [server] = opened.servers.splice(0)
    await new Promise((done) => server?.close(() => done(null)))
    expect(await mailer(`smtp://127.0.0.1:${port}`).send(reminder)).toMatchObject({
      kind: 'temporary-failure',
    })
  })

  test.each(['greeting', 'RCPT', 'DATA'])(
    'a connection that breaks at %s is not tried again behind our back',
    async (stage) => {
      const sockets: Socket[] = []
      const cut = () => {
        for (const socket of sockets) socket.destroy()
      }
      const { port } = await smtpServer({
        onRcptTo: (_to, _session, done) => (stage === 'RCPT' ? cut() : done()),
        onData: cut,
      })
      opened.servers.at(-1)?.server.on('connection', (socket: Socket) => {
        sockets.push(socket)
        if (stage === 'greeting') cut()
      })
      expect(await mailer(`smtp://127.0.0.1:${port}`).send(reminder)).toMatchObject({
        kind: 'temporary-failure',
      })
      expect(sockets).toHaveLength(1)
    },
  )

  test('off this machine nothing goes without TLS, neither password nor name, unless the address allows it', async () => {
    let signedIn = false
    const { received, port } = await smtpServer({
      onAuth: (_auth, _session, done) => {
        signedIn = true
        done(null, { user: 'beacon' })
      },
    })
    // Reaches this machine, under a name that does not say so.
    const elsewhere = `smtp://beacon:pa55word@0.0.0.0:${port}`
    const outcome = await mailer(elsewhere).send(reminder)
    expect(outcome).toMatchObject({ kind: 'temporary-failure', problem: expect.stringContaining('ETLS') })
    expect([signedIn, received]).toEqual([false, []])
    expect(await mailer(`${elsewhere}?requireTLS=false`).send(reminder)).toEqual({ kind: 'sent' })
  })
})
