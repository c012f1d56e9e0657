import { to } from '#lib/web/address'

/** Of the cases that a practice writes itself, beside what they share with modules. */
export const caseDraftRoutes = {
  newCase: (practiceId: string) => to`/authoring/${practiceId}/cases/new`,
  ownCases: (practiceId: string) => to`/authoring/${practiceId}/cases`,
  caseCopies: (practiceId: string) => to`/authoring/${practiceId}/case-copies`,
}
