import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, addMinutes, type Instant, localDateFrom } from '#lib/domain/calendar'
import { at, reminding } from '#tests/support/reminding'
import { openWorld, type World } from '#tests/support/world'

// Real mail server, real database, workers as processes that are killed at a random moment.

type Received = { readonly to: string; readonly subject: string; readonly id: string }
const received: Received[] = []
const greylisted = new Set<string>()
const refusing = (code: number, message: string) => Object.assign(new Error(message), { responseCode: code })

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onRcptTo({ address }, _session, done) {
    if (address.startsWith('gone')) return done(refusing(550, 'No such mailbox'))
    // Every third mailbox takes nothing from a sender that it sees for the first time.
    if (/[0369]\./.test(address) && !greylisted.has(address)) {
      greylisted.add(address)
      return done(refusing(451, 'Come again later'))
    }
    done()
  },
  onData(stream, _session, done) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      void PostalMime.parse(Buffer.concat(chunks)).then(async ({ to, subject = '', messageId = '' }) => {
        await wait(5)
        received.push({ to: to?.[0]?.address ?? '', subject, id: messageId })
        done()
      })
    })
  },
})

// A worker that is killed leaves its connection in the middle of a sentence: that is the test, and no fault of the server.
server.on('error', () => undefined)

let world: World
let smtpUrl: string

beforeAll(async () => {
  world = await openWorld()
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await new Promise<void>((closed) => server.close(closed))
  await world.end()
})

function startWorker(now: Instant): ChildProcess {
  const script = ['tests/support/reminder-worker.ts', world.settings.databaseUrl, smtpUrl, now]
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

const ended = async (worker: ChildProcess) => (await once(worker, 'exit'))[0] as number | null

const people = 12
const rounds = [1, 2, 3]

test.each(rounds)(
  'two workers, one killed in the middle: everybody is reminded once, and nothing is lost (%i)',
  async () => {
    const here = await reminding(world)
    await here.require({ roles: ['nurse'] })
    const names = Array.from({ length: people }, (_, index) => `N${index}`)
    for (const name of [...names, 'Gone']) await here.add(name)
    // Invitations are out of the way.
    await here.deliver(at(localDateFrom('2026-03-10'), '12:00'))
    received.length = 0
    const morning = at(addDays(localDateFrom('2026-04-09'), -14))
    const workers = [startWorker(morning), startWorker(morning)] as const
    await Promise.all(workers.map((worker) => once(worker.stdout ?? worker, 'data')))
    const patience = Math.floor(Math.random() * 400)
    await wait(patience)
    const over = workers.map(ended)
    workers[0].kill('SIGKILL')
    await Promise.all(over)
    // What the dead one had claimed is free after a quarter of an hour; who was put off is asked again meanwhile.
    for (const minutes of [16, 32]) {
      expect(await ended(startWorker(addMinutes(morning, minutes)))).toBe(0)
    }
    const mine = received.filter(
      ({ to, subject }) => to.includes(here.practiceId) && subject === 'Training due',
    )
    const said = `killed after ${patience} ms`
    expect([...new Set(mine.map(({ to }) => to))].toSorted(), said).toEqual(
      names.map((name) => here.address(name)).toSorted(),
    )
    // A message whose server had taken it in the very moment of the death goes out again under the same id.
    expect(new Set(mine.map(({ id }) => id)).size, said).toBe(people)
    expect(mine.length - people, said).toBeLessThanOrEqual(1)
    const kinds = await here.recorded()
    expect(
      kinds.filter((kind) => kind === 'before-14'),
      said,
    ).toHaveLength(people + 1)
    const refused = await here.inPractice((tx) =>
      tx.mailMessage.findFirst({ where: { kind: 'automatic-reminder', toAddress: here.address('Gone') } }),
    )
    expect(refused).toMatchObject({
      sentAt: null,
      nextAttemptAt: null,
      problem: expect.stringContaining('550'),
    })
  },
)
