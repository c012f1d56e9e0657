import { pino } from 'pino'

/** One JSON line an event on standard output. Never a name, an address, a token or an answer. */
export const log = pino({ base: null, redact: ['*.password', '*.token', '*.cookie'] })
