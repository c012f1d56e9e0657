import { type RosterAddress, withRosterAddress } from '#lib/web/roster-query'
import { routes } from '#lib/web/routes'

/** The other views of the same table, under the same filters where they have them. */
export function viewLinks(practiceId: string, address: RosterAddress) {
  const at = { ...address, page: 1 }
  return [
    { key: 'list', href: withRosterAddress(routes.practice(practiceId), at) },
    { key: 'grid', href: withRosterAddress(routes.practiceGrid(practiceId), at) },
    { key: 'past', href: routes.practicePast(practiceId) },
    { key: 'forecast', href: routes.practiceForecast(practiceId) },
    { key: 'network', href: routes.network },
    { key: 'print', href: withRosterAddress(routes.practicePrint(practiceId), at) },
  ] as const
}
