/** One of the two apps under load. */
export type App = {
  readonly name: 'beacon' | 'bare'
  /** Scheme, host and port; no slash at the end. */
  readonly origin: string
  /** The roots of all its processes, the database's included. */
  readonly roots: readonly number[]
  /** From the command to the first answer, in milliseconds. */
  readonly startedInMs: number
  /** How it was started, as one would type it. */
  readonly command: string
  readonly stop: () => Promise<void>
}
