import { to } from '#lib/web/address'

/** Of the network that a practice is in, and of what is offered there. */
export const networkRoutes = {
  practiceNetwork: (practiceId: string) => to`/practice/${practiceId}/network`,
  networkFounding: (practiceId: string) => to`/practice/${practiceId}/network/founding`,
  networkCodes: (practiceId: string) => to`/practice/${practiceId}/network/codes`,
  networkMembership: (practiceId: string) => to`/practice/${practiceId}/network/membership`,
  networkDeparture: (practiceId: string) => to`/practice/${practiceId}/network/departure`,
  networkOffers: (practiceId: string, draftId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/network-offers`,
  networkWithdrawal: (practiceId: string, draftId: string) =>
    to`/authoring/${practiceId}/drafts/${draftId}/network-withdrawal`,
  networkCopies: (practiceId: string) => to`/authoring/${practiceId}/network-copies`,
}
