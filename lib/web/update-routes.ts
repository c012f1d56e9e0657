import { to } from '#lib/web/address'

/** Of what a learner owes since a track changed. */
export const updateRoutes = {
  trackUpdate: (assignmentId: string) => to`/training/${assignmentId}/update`,
  trackUpdateReading: (assignmentId: string) => to`/training/${assignmentId}/update/reading`,
}
