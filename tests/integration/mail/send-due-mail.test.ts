import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { inTransaction } from '#lib/data/database'
import { insertMail } from '#lib/data/mail'
import { enterPractice } from '#lib/data/scope'
import { addMinutes, type Instant } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { createMailer, type Mailer } from '#lib/mail/send-mail'
import { type LastLook, sendDueMail } from '#lib/use-cases/mail/send-due-mail'
import { addMember, addPractice, noon, openWorld, type World } from '#tests/support/world'

// A real mail server on this machine that keeps what it takes, and answers what the test tells it to.
const received: { to: string | undefined; subject: string | undefined; text: string | undefined }[] = []
let answer: { responseCode: number } | undefined
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, _session, done) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', async () => {
      const { to, subject, text } = await PostalMime.parse(Buffer.concat(chunks))
      if (answer) return done(Object.assign(new Error('not now'), answer))
      received.push({ to: to?.[0]?.address, subject, text: text?.trim() })
      done()
    })
  },
})

let world: World
let mailer: Mailer
let practiceId: PracticeId

beforeAll(async () => {
  world = await openWorld()
  practiceId = await addPractice(world, 'Gateway Family Practice')
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as AddressInfo
  mailer = createMailer({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    from: { name: 'Training', address: 'training@practice.example' },
  })
})
afterAll(async () => {
  mailer.close()
  await new Promise<void>((closed) => server.close(closed))
  await world.end()
})
beforeEach(() => {
  received.length = 0
  answer = undefined
})

async function queue(name: string, practice = practiceId): Promise<string> {
  const actor = await addMember(world, { name, practiceId: practice })
  const toAddress = actor.emailAddress ?? ''
  const mail = {
    kind: 'reminder',
    personId: actor.personId,
    toName: name,
    toAddress,
    subject: 'Training due',
    body: name,
  } as const
  return inTransaction(world.db, async (tx) => {
    await enterPractice(tx, practice)
    return insertMail(tx, practice, mail, noon)
  })
}

async function stored(id: string, practice = practiceId) {
  return inTransaction(world.db, async (tx) => {
    await enterPractice(tx, practice)
    return tx.mailMessage.findUniqueOrThrow({ where: { practiceId_id: { practiceId: practice, id } } })
  })
}

/** These messages speak of nothing that could change. */
const asItIs: LastLook = async (_practiceId, mail) => mail

const sendAt = (at: Instant) => sendDueMail(world.db, mailer.send, () => at, asItIs)

test('mail of every practice reaches the server once, also with two workers at once', async () => {
  const ozark = await addPractice(world, 'Ozark Dental Care')
  const ids = [await queue('Omar Haddad'), await queue('Priya Shah'), await queue('Łukasz Nowak', ozark)]
  await Promise.all([sendAt(noon), sendAt(noon)])
  await sendAt(addMinutes(noon, 60))
  expect(received.map((mail) => mail.text).toSorted()).toEqual(['Omar Haddad', 'Priya Shah', 'Łukasz Nowak'])
  expect(received[0]).toMatchObject({ subject: 'Training due' })
  expect((await stored(ids[0] ?? '')).sentAt).not.toBeNull()
})

test('a server that is busy is tried again later, one that refuses for good is not', async () => {
  const later = await queue('Tries Later')
  answer = { responseCode: 451 }
  await sendAt(noon)
  expect(await stored(later)).toMatchObject({
    sentAt: null,
    attempts: 1,
    nextAttemptAt: new Date(addMinutes(noon, 1)),
  })
  answer = undefined
  await sendAt(noon)
  expect(received).toEqual([])
  await sendAt(addMinutes(noon, 1))
  expect(received).toHaveLength(1)

  const never = await queue('Never Taken')
  answer = { responseCode: 550 }
  await sendAt(addMinutes(noon, 2))
  expect(await stored(never)).toMatchObject({
    sentAt: null,
    nextAttemptAt: null,
    problem: expect.stringContaining('550'),
  })
})

test('a slow server gets no message twice: what a claim leaves no time for waits for the next one', async () => {
  const practice = await addPractice(world, 'Slow Mail Practice')
  const names = ['First Slow', 'Second Slow', 'Third Slow']
  for (const name of names) await queue(name, practice)
  let at = addMinutes(noon, 120)
  const taken: string[] = []
  const send: Mailer['send'] = async ({ text }) => {
    taken.push(text)
    at = addMinutes(at, 8)
    return { kind: 'sent' }
  }
  await sendDueMail(world.db, send, () => at, asItIs)
  expect(taken).toHaveLength(1)
  at = addMinutes(at, 15)
  await sendDueMail(world.db, send, () => at, asItIs)
  at = addMinutes(at, 15)
  await sendDueMail(world.db, send, () => at, asItIs)
  expect(taken.toSorted()).toEqual(names.toSorted())
})
