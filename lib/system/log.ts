import { pino } from 'pino'
import { logLevel } from '#lib/system/env'

/** One JSON line an event on standard output. Never a name, an address, a token or an answer. */
export const log = pino({
  level: logLevel(),
  base: null,
  redact: ['*.password', '*.token', '*.cookie'],
  serializers: { fault: shownFault },
})

/**
 * What may be said of a fault: its kind, its code, the last line of its message and where it happened. The lines before
 * may repeat the values of a query, which are people's.
 */
export function shownFault(fault: unknown): object {
  if (!(fault instanceof Error)) return { type: typeof fault }
  const { name, message, stack = '', cause } = fault
  const at = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: name,
    ...('code' in fault && { code: String(fault.code) }),
    message: (message.trim().split('\n').at(-1) ?? '').slice(0, 500),
    at: at.map((line) => line.trim()),
    ...(cause !== undefined && { cause: shownFault(cause) }),
  }
}
