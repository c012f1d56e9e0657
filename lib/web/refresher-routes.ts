import { to } from '#lib/web/address'

/** Of short reviews after a completed track. Addresses say "reviews", which tells nobody more. */
export const refresherRoutes = {
  refresher: (refresherId: string) => to`/reviews/${refresherId}`,
  refresherAnswers: (refresherId: string) => to`/reviews/${refresherId}/answers`,
  accountRefreshers: to`/account/reviews`,
  refresherWish: to`/account/reviews/wish`,
}
