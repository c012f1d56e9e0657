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
export type JobHandler = (data: unknown) => Promise<void>
