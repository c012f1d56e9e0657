import { pino } from 'pino'
import { logLevel } from '#lib/system/env'

/** One JSON line an event on standard output. Never a name, an address, a token or an answer. */
export const log = pino({
  level: logLevel(),
  base: null,
  redact: ['*.password', '*.token', '*.cookie'],
  // Without this an error is written as an empty object.
  serializers: { fault: pino.stdSerializers.err },
})
