import { addMinutes, type Instant } from '#lib/domain/calendar'

export const healthChecks = ['database', 'migrations', 'mailQueue', 'disk', 'clock'] as const
export type HealthCheck = (typeof healthChecks)[number]
export type CheckState = 'ok' | 'failing'

/** Names and states only: strangers may ask. */
export type Health = {
  readonly status: CheckState
  readonly checks: Readonly<Record<HealthCheck, CheckState>>
}

/** What was measured; null where it could not be. */
export type Measured = {
  readonly now: Instant
  readonly secondsSinceStart: number
  readonly freeBytes: number | null
  /** Null when the database does not answer: then nothing that stands in it is known either. */
  readonly database: {
    readonly clock: Instant
    readonly schemaIsCurrent: boolean
    readonly lastHeartbeatAt: Instant | null
    /** Null when no mail is due. */
    readonly oldestDueMailAt: Instant | null
  } | null
  /** Without SMTP settings mail waits in the outbox on purpose. */
  readonly sendsMail: boolean
}

// Below this, a day of evidence or an upgrade may no longer fit.
const leastFreeBytes = 256 * 1024 * 1024
// The second factor's codes hold for thirty seconds to either side; a minute apart, people are locked out.
const mostMinutesApart = 1
// The heartbeat comes every minute, and a new process is given time to see the first.
const longestSilenceMinutes = 5
const longestMailDelayMinutes = 30

/** Each check by itself; the whole is ok when all are. */
export function healthOf(measured: Measured): Health {
  const { database, freeBytes } = measured
  const checks = {
    database: state(database !== null),
    migrations: state(database?.schemaIsCurrent ?? false),
    mailQueue: state(database !== null && queueMoves(measured, database)),
    disk: state(freeBytes !== null && freeBytes >= leastFreeBytes),
    clock: state(database !== null && isNear(measured.now, database.clock)),
  }
  return { status: state(Object.values(checks).every((check) => check === 'ok')), checks }
}

const state = (fine: boolean): CheckState => (fine ? 'ok' : 'failing')

function queueMoves(
  { now, secondsSinceStart, sendsMail }: Measured,
  { lastHeartbeatAt, oldestDueMailAt }: NonNullable<Measured['database']>,
): boolean {
  const isYoung = secondsSinceStart < longestSilenceMinutes * 60
  const beats = lastHeartbeatAt !== null && lastHeartbeatAt >= addMinutes(now, -longestSilenceMinutes)
  const isLate = oldestDueMailAt !== null && oldestDueMailAt < addMinutes(now, -longestMailDelayMinutes)
  return (isYoung || beats) && !(sendsMail && isLate)
}

function isNear(ours: Instant, theirs: Instant): boolean {
  return theirs > addMinutes(ours, -mostMinutesApart) && theirs < addMinutes(ours, mostMinutesApart)
}
