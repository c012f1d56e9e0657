import { PgBoss } from 'pg-boss'
import type { Instant } from '#lib/domain/calendar'
import { takeJobs } from '#lib/jobs/take-jobs'
import type { Mailer } from '#lib/mail/send-mail'
import type { World } from '#tests/support/world'

/** What a queue row of the simulation says: the moment at which its job is done. */
type Dated = { readonly at: Instant }

/**
 * The worker's own way from a queue row to a handler, on the world's queue, with the row's moment as the clock and
 * `send` in the place of a mail server.
 */
export async function openJobRunner(world: World, send: Mailer['send']) {
  const boss = new PgBoss({
    connectionString: world.settings.databaseUrl,
    max: 6,
    migrate: false,
    reindex: false,
    supervise: false,
    schedule: false,
    // Says when a job has settled, so that nobody has to look for it again and again.
    __test__enableSpies: true,
  })
  await boss.start()
  const mailer = { send, close: () => undefined }
  // Without a mail server nobody is reminded.
  const settings = { ...world.settings, smtpUrl: 'smtp://127.0.0.1:25' }
  const takers = await takeJobs(boss, (data) => ({
    database: async () => world.db,
    clock: () => (data as Dated).at,
    settings: () => settings,
    mailer: async () => mailer,
  }))

  /** Queues a job of this moment, and resolves when a worker has taken and done it. */
  async function runOne(name: string, at: Instant): Promise<void> {
    const id = await boss.send(name, { at })
    if (id === null) throw new Error(`${name} was not taken into its queue`)
    boss.notifyWorker(takers.get(name) ?? '')
    const spy = boss.getSpy(name)
    await spy.waitForJobWithId(id, 'completed')
    spy.clear()
  }

  /** The same for several at once. */
  async function run(names: readonly string[], at: Instant): Promise<void> {
    await Promise.all(names.map((name) => runOne(name, at)))
  }

  return { run, stop: () => boss.stop({ graceful: true }) }
}
