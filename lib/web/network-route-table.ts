import type { RouteRule } from '#lib/web/route-rule'

const network = '/practice/[practiceId]/network'
const draft = '/authoring/[practiceId]/drafts/[draftId]'

/** Addresses of the network that a practice is in: whether it is in one is an administrator's to say, what it offers an author's. */
export const networkRouteTable: readonly RouteRule[] = [
  { method: 'GET', path: network, caller: 'administer' },
  { method: 'POST', path: `${network}/founding`, caller: 'administer' },
  { method: 'POST', path: `${network}/codes`, caller: 'administer' },
  { method: 'POST', path: `${network}/membership`, caller: 'administer' },
  { method: 'POST', path: `${network}/departure`, caller: 'administer' },
  { method: 'POST', path: `${draft}/network-offers`, caller: 'author' },
  { method: 'POST', path: `${draft}/network-withdrawal`, caller: 'author' },
  { method: 'POST', path: '/authoring/[practiceId]/network-copies', caller: 'author' },
]
