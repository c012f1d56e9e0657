import type { FindNetworkCopyRefusal } from '#lib/use-cases/network/find-network-copy'
import type { FoundNetworkRefusal } from '#lib/use-cases/network/found-network'
import type { JoinNetworkRefusal } from '#lib/use-cases/network/join-network'
import type { LeaveNetworkRefusal } from '#lib/use-cases/network/leave-network'
import type { MakeNetworkCodeRefusal } from '#lib/use-cases/network/make-network-code'
import type { OfferToNetworkRefusal } from '#lib/use-cases/network/offer-to-network'

export type NetworkRefusal =
  | FindNetworkCopyRefusal
  | FoundNetworkRefusal
  | JoinNetworkRefusal
  | LeaveNetworkRefusal
  | MakeNetworkCodeRefusal
  | OfferToNetworkRefusal

/** The field that a refusal is about. */
export const networkRefusalFields = {
  'network-code-unknown': 'networkCode',
} as const satisfies Partial<Record<NetworkRefusal, string>>
