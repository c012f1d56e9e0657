import type { Route } from 'next'
import { answersInAddress, requirementDefaults } from '#lib/web/requirement-fields'
import { routes } from '#lib/web/routes'

type Known = {
  readonly practiceId: string
  readonly tracks: readonly { readonly id: string }[]
}

export const startKeys = ['yearly', 'thenShorter', 'yearEnd', 'licence', 'once'] as const
export type StartKey = (typeof startKeys)[number]

/** The training for everybody and the longer one for those who treat patients, as the shipped library calls them. */
const everybodys = 'all-staff'
const clinicians = 'clinical'
const shorter = 'renewal'

const answers: Readonly<Record<StartKey, Readonly<Record<string, string | readonly string[]>>>> = {
  yearly: { trackId: everybodys },
  thenShorter: { trackId: everybodys, renewalTrackId: shorter },
  yearEnd: { trackId: everybodys, cadence: 'fixed-date', minimumValidityMonths: '6' },
  licence: {
    trackId: clinicians,
    audience: 'some',
    roles: ['clinician', 'nurse', 'behavioral-health', 'dental'],
    cadence: 'licence-renewal',
    periodMonths: '24',
  },
  once: { trackId: everybodys, cadence: 'once' },
}

/** Ready answers to start from, for the trainings that are published; each leads to the form, and says nothing of any law. */
export function startingPoints({
  practiceId,
  tracks,
}: Known): readonly { readonly key: StartKey; readonly href: Route }[] {
  const isPublished = (id: string | readonly string[] | undefined) =>
    id === undefined || tracks.some((track) => track.id === id)
  return startKeys
    .filter((key) => isPublished(answers[key]['trackId']) && isPublished(answers[key]['renewalTrackId']))
    .map((key) => ({
      key,
      href: answersInAddress(routes.newRequirement(practiceId), { ...requirementDefaults, ...answers[key] }),
    }))
}
