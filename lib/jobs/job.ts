import type { Database } from '#lib/data/database'
import type { Instant } from '#lib/domain/calendar'
import type { Mailer } from '#lib/mail/send-mail'
import type { Settings } from '#lib/system/env'

/** What a job works with. Each part is made when the first job asks for it, so that an idle worker stays small. */
export type Surroundings = {
  readonly database: () => Promise<Database>
  /** The job's own date follows from it: the machine's clock, or another one where time is simulated. */
  readonly clock: () => Instant
  readonly settings: () => Settings
  /** Undefined where no mail server is set: then mail stays in the outbox. */
  readonly mailer: () => Promise<Mailer | undefined>
}

/** One kind of background work. */
export type JobDefinition = {
  /** Kebab case; also the name of its queue. */
  readonly name: string
  /** Five fields, read in UTC. Without it the job runs only when it is sent. */
  readonly cron?: string
  /** Done once at the next start where its time came while no worker ran: a practice's computer may be off at night. */
  readonly catchesUp?: true
  /** For what must not wait for the next minute: looked at this often while a worker runs. */
  readonly everySeconds?: number
  /** Asked before each look: SQL that answers one row with `waits`. Where it is false, nothing is queued. */
  readonly waits?: string
  /** Brings in the code when the first job of its kind arrives, so that an idle worker stays small. */
  readonly load: () => Promise<JobHandler>
}

/** Does one job. What it throws is tried again, later and later, and kept as failed after the fifth time. */
export type JobHandler = (surroundings: Surroundings) => Promise<void>
