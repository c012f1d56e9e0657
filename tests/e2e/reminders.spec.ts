import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { PgBoss } from 'pg-boss'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { connectDatabase } from '#lib/data/client'
import { inTransaction, type Tx } from '#lib/data/database'
import { insertReminderSettings } from '#lib/data/reminder-settings'
import { enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import { defaultReminderSettings } from '#lib/domain/compliance/reminder-settings'
import type { RequirementDraft } from '#lib/domain/compliance/requirement-draft'
import { now } from '#lib/system/clock'
import type { Settings } from '#lib/system/env'
import { createRequirement } from '#lib/use-cases/practice/create-requirement'
import { appSecrets } from '#tests/support/app-secrets'
import { type Persona, playPersonas, zone } from '#tests/support/personas'

type Received = { readonly to: string; readonly subject: string; readonly id: string }
const received: Received[] = []
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, _session, done) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      void PostalMime.parse(Buffer.concat(chunks)).then(({ to, subject = '', messageId = '' }) => {
        received.push({ to: to?.[0]?.address ?? '', subject, id: messageId })
        // Slow enough that a worker can die among its letters.
        setTimeout(done, 300)
      })
    })
  },
})

test.afterAll(() => new Promise<void>((closed) => server.close(() => closed())))

/** A worker of the app's own, beside the one that it started, with a mail server. */
async function startWorker(smtpUrl: string): Promise<ChildProcess> {
  const { origin, databaseUrl, authSecret, certificateKeyFile } = appSecrets()
  const worker = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'lib/jobs/worker.ts'], {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      AUTH_SECRET: authSecret,
      BEACON_URL: origin,
      CERTIFICATE_KEY_FILE: certificateKeyFile,
      SMTP_URL: smtpUrl,
      MAIL_FROM: 'training@practice.example',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(worker, 'message')
  return worker
}

async function inPractice<Value>({ practiceId }: Persona, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  const db = connectDatabase({ url: appSecrets().databaseUrl, maxConnections: 1 })
  try {
    return await inTransaction(db, async (tx) => {
      await enterPractice(tx, practiceId)
      return work(tx)
    })
  } finally {
    await db.$disconnect()
  }
}

/**
 * The app's own worker has no mail server and takes jobs from the same queues. Which worker a job meets follows from the
 * moment at which it is queued: queued at ever other moments, it meets each.
 */
const untilEachWasMet = { timeout: 150_000, intervals: [1_300] }

/** The practice asks everybody for the training by tomorrow. */
async function requireOf(manager: Persona): Promise<void> {
  const { practiceId, personId, emailAddress, staffMemberId, name } = manager
  const post = { practiceId, practiceName: 'Alder', timeZone: zone, isDemo: false, staffMemberId, name }
  const actor: Actor = {
    personId,
    emailAddress,
    sessionIdHash: '',
    secondFactor: 'proved',
    memberships: [{ ...post, role: 'nurse', capabilities: ['train', 'manage'] }],
  }
  const draft: RequirementDraft = {
    trackId: 'foundations',
    roles: [],
    rhythm: { cadence: 'rolling', periodMonths: 12 },
    firstDueDays: 1,
    windowMonths: 2,
    graceDays: 14,
    returnDays: 30,
    attemptLimit: 3,
  }
  const input = { practiceId, requirementId: randomUUID(), draft }
  // It reads none of the app's settings.
  const context = { now: now(), language: 'en', actor, settings: undefined as unknown as Settings } as const
  const made = await inPractice(manager, (tx) => createRequirement({ ...context, tx }, input))
  expect(made.ok).toBe(true)
}

test('with two workers, one of them killed, everybody gets one reminder through a real mail server', async ({
  page,
  context,
}) => {
  const { manager, learner, administrator, author, reviewer, pending, newcomer } = await playPersonas(
    appSecrets(),
  )
  const people = [manager, learner, administrator, author, reviewer, pending, newcomer]
  const off = { settings: { ...defaultReminderSettings, enabled: false, digestEnabled: false }, after: 0 }
  await inPractice(manager, (tx) =>
    insertReminderSettings(tx, manager.practiceId, manager.personId, off, now()),
  )
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  const workers = [await startWorker(smtpUrl), await startWorker(smtpUrl)] as const

  await requireOf(manager)
  const [name = '', value = ''] = manager.cookie.split('=')
  await context.addCookies([{ name, value, url: appSecrets().origin }])
  const practice = `/practice/${manager.practiceId}`
  await page.goto(`${practice}/reminders/list`)
  await expect(page.getByText('Nothing is to be sent')).toBeVisible()
  await page.getByRole('link', { name: 'Settings and words' }).click()
  await page.getByLabel('Beacon reminds by itself').check()
  await page.getByLabel('Quiet from').fill('23:59')
  await page.getByLabel('Quiet until').fill('00:01')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('status')).toContainText('Saved')

  const reminders = () => received.filter(({ to }) => people.some(({ emailAddress }) => emailAddress === to))
  const queue = new PgBoss({ connectionString: appSecrets().databaseUrl, migrate: false, supervise: false })
  await queue.start()
  const firstReminder = async () => {
    await queue.send('plan-reminders')
    return reminders().length
  }
  await expect.poll(firstReminder, untilEachWasMet).toBeGreaterThan(0)
  workers[0].kill('SIGKILL')
  // What it held is free after a quarter of an hour, which nobody waits for here.
  await inPractice(
    manager,
    (tx) => tx.$executeRaw`UPDATE mail_message SET next_attempt_at = ${now()}::timestamptz
      WHERE practice_id = ${manager.practiceId}::uuid AND sent_at IS NULL AND next_attempt_at IS NOT NULL`,
  )
  const everybody = people.map(({ emailAddress }) => emailAddress).toSorted()
  const reached = async () => {
    await queue.send('send-mail')
    return [...new Set(reminders().map(({ to }) => to))].toSorted()
  }
  await expect.poll(reached, untilEachWasMet).toEqual(everybody)
  await queue.stop()
  // One message each: what was under way at the death may arrive twice, and is then the same message.
  expect(new Set(reminders().map(({ id }) => id)).size).toBe(people.length)
  expect(new Set(reminders().map(({ subject }) => subject))).toEqual(new Set(['Training due']))

  await expect(async () => {
    await page.goto(`${practice}/reminders/list`)
    await expect(page.getByText('Sent', { exact: true })).toHaveCount(people.length)
  }).toPass({ timeout: 60_000 })
  await expect(page.getByText('Skipped: a later one took its place').first()).toBeVisible()
  workers[1].kill('SIGTERM')
  await once(workers[1], 'exit')
})
