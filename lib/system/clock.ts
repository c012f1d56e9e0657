import { type Instant, instantFrom } from '#lib/domain/calendar'

/** The server's clock, read once a request. The browser's never decides anything. */
export function now(): Instant {
  return instantFrom(new Date().toISOString())
}
