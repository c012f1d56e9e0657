import type { Route } from 'next'
import * as z from 'zod'
import { rosterGroups } from '#lib/domain/compliance/roster'
import { plainRosterQuery, type RosterQuery, rosterSorts } from '#lib/domain/compliance/roster-page'
import { employmentKinds, roles } from '#lib/domain/people/roles'

export type RosterAddress = RosterQuery & { readonly part: 'current' | 'ended' }

// What an address says is a wish: one that makes no sense is read as not said.
const schema = z.object({
  show: z.enum(rosterGroups).nullable().catch(null),
  requirement: z.uuid().nullable().catch(null),
  role: z.enum(roles).nullable().catch(null),
  location: z.string().trim().min(1).max(100).nullable().catch(null),
  kind: z.enum(employmentKinds).nullable().catch(null),
  name: z.string().trim().max(100).catch(''),
  sort: z.enum(rosterSorts).catch('urgency'),
  order: z.enum(['up', 'down']).catch('up'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  staff: z.enum(['current', 'ended']).catch('current'),
})

export function rosterAddressFrom(search: Record<string, string | string[] | undefined>): RosterAddress {
  const { show, requirement, role, location, kind, name, sort, order, page, staff } = schema.parse(search)
  return {
    group: show,
    requirementId: requirement,
    role,
    location,
    employmentKind: kind,
    search: name,
    sort,
    descending: order === 'down',
    page,
    part: staff,
  }
}

/** The whole table, what is most urgent first. */
export const plainRoster: RosterAddress = { ...plainRosterQuery, part: 'current' }

/** The same table somewhere else in it: only what differs from the plain table stands in the address. */
export function withRosterAddress(path: Route, address: RosterAddress): Route {
  const said = {
    show: address.group,
    requirement: address.requirementId,
    role: address.role,
    location: address.location,
    kind: address.employmentKind,
    name: address.search || null,
    sort: address.sort === 'urgency' ? null : address.sort,
    order: address.descending ? 'down' : null,
    page: address.page === 1 ? null : String(address.page),
    staff: address.part === 'current' ? null : address.part,
  }
  const search = new URLSearchParams(
    Object.entries(said).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  ).toString()
  return (search ? `${path}?${search}` : path) as Route
}
