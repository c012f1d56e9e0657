import type { Route } from 'next'
import * as z from 'zod'
import { isLocalDate, type LocalDate } from '#lib/domain/calendar'
import { type RosterAddress, rosterAddressFrom, withRosterAddress } from '#lib/web/roster-query'

export type PastAddress = RosterAddress & {
  /** As they were typed. */
  readonly on: string
  readonly known: string
  /** Null where what was typed is no day. */
  readonly asOf: LocalDate | null
  readonly knownOn: LocalDate | null
}

const schema = z.object({ on: z.string().max(20).catch(''), known: z.string().max(20).catch('') })

export function pastAddressFrom(search: Record<string, string | string[] | undefined>): PastAddress {
  const { on, known } = schema.parse(search)
  return {
    ...rosterAddressFrom(search),
    part: 'current',
    on,
    known,
    asOf: isLocalDate(on) ? on : null,
    knownOn: isLocalDate(known) ? known : null,
  }
}

export function withPastAddress(path: Route, { on, known, ...address }: PastAddress): Route {
  const rest = withRosterAddress(path, address)
  const days = new URLSearchParams({ on, ...(known && { known }) }).toString()
  return `${rest}${rest.includes('?') ? '&' : '?'}${days}` as Route
}
