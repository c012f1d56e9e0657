import type { Route } from 'next'
import * as z from 'zod'
import type { RequirementDraft } from '#lib/domain/compliance/requirement-draft'
import { roles } from '#lib/domain/people/roles'
import { listField } from '#lib/web/forms'

const whole = (least: number, most: number) =>
  z
    .string('number-missing')
    .trim()
    .regex(/^-?\d{1,15}$/, 'number-missing')
    .transform(Number)
    .refine((number) => number >= least && number <= most, 'number-out-of-range')

/** The questions of a requirement, as a form and an address carry them. */
const shape = {
  trackId: z.string('track-missing').regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'track-missing'),
  audience: z.enum(['everyone', 'roles'], 'audience-missing'),
  roles: listField.pipe(z.array(z.enum(roles)).max(roles.length)),
  cadence: z.enum(['rolling', 'once'], 'cadence-missing'),
  periodMonths: whole(1, 120),
  firstDueDays: whole(0, 730),
  windowMonths: whole(0, 60),
  graceDays: whole(0, 365),
  attemptLimit: whole(1, 20),
  returnDays: whole(0, 365),
}

type Answers = z.output<z.ZodObject<typeof shape>>

/** The names of the questions, and what stands in them before anybody has answered. */
export const requirementDefaults = {
  audience: 'everyone',
  cadence: 'rolling',
  periodMonths: '12',
  firstDueDays: '30',
  windowMonths: '2',
  graceDays: '14',
  attemptLimit: '3',
  returnDays: '30',
} as const

const requirementFieldNames = Object.keys(shape)

/** The answers as a draft, with more fields of the form's own beside them. */
export function requirementSchema<Own extends z.ZodRawShape>(own: Own) {
  return z
    .strictObject({ ...shape, ...own })
    .refine(
      (answers) => (answers as Answers).audience === 'everyone' || (answers as Answers).roles.length > 0,
      {
        path: ['roles'],
        message: 'roles-missing',
      },
    )
    .refine((answers) => fitsPeriod(answers as Answers), {
      path: ['windowMonths'],
      message: 'window-too-long',
    })
}

/** Renewal opens within the period that it renews. */
function fitsPeriod({ cadence, periodMonths, windowMonths }: Answers): boolean {
  // Said this way round, numbers that are no numbers are left to their own fields' words.
  return cadence === 'once' || !(windowMonths >= periodMonths)
}

export function draftFrom(answers: Answers): RequirementDraft {
  const { trackId, audience, cadence, periodMonths, firstDueDays, windowMonths } = answers
  const { graceDays, attemptLimit, returnDays } = answers
  return {
    trackId,
    roles: audience === 'everyone' ? [] : answers.roles,
    rhythm: cadence === 'once' ? { cadence } : { cadence, periodMonths },
    firstDueDays,
    windowMonths: cadence === 'once' ? 0 : windowMonths,
    graceDays,
    attemptLimit,
    returnDays,
  }
}

/** What an address carries of the answers, as it was typed. */
export function typedAnswers(
  search: Record<string, string | string[] | undefined>,
): Record<string, string | string[]> {
  return Object.fromEntries(
    requirementFieldNames.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])),
  )
}

/** The same answers as an address. */
export function answersInAddress(path: Route, typed: Readonly<Record<string, string | string[]>>): Route {
  const search = new URLSearchParams(
    Object.entries(typed).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  )
  return `${path}?${search}` as Route
}
