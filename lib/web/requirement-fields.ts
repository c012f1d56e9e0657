import type { Route } from 'next'
import * as z from 'zod'
import { isLocalDate, isMonthDay, type LocalDate, type MonthDay } from '#lib/domain/calendar'
import { keysShownChoices } from '#lib/domain/compliance/assessment-terms'
import type { Cadence } from '#lib/domain/compliance/policy'
import { type RequirementDraft, windowFits } from '#lib/domain/compliance/requirement-draft'
import { employmentKinds, roles } from '#lib/domain/people/roles'
import { listField } from '#lib/web/forms'

const whole = (least: number, most: number) =>
  z
    .string('number-missing')
    .trim()
    .regex(/^-?\d{1,15}$/, 'number-missing')
    .transform(Number)
    .refine((number) => number >= least && number <= most, 'number-out-of-range')

const id = /^[a-z0-9][a-z0-9-]{0,63}$/

/** A day that may be left open. */
const openDate = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || null)
  .refine((value): value is LocalDate | null => value === null || isLocalDate(value), 'date-invalid')

const listOf = <Value extends string>(each: z.ZodType<Value, string>, most: number) =>
  listField.pipe(z.array(each, 'invalid').max(most, 'too-many-chosen'))

/** Names of providers, one a line. */
const lines = z
  .string()
  .max(4000, 'note-too-long')
  .optional()
  .transform((text = '') => [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean))
  .refine((all) => all.every((line) => line.length <= 200), 'name-too-long')
  .refine((all) => all.length <= 50, 'too-many-chosen')

/** A quiz takes a few minutes to read. */
const leastMinutes = 10

const cadences = ['rolling', 'once', 'fixed-date', 'hire-anniversary', 'licence-renewal'] as const

/** The questions of a requirement, as a form and an address carry them. What only few change may be left out. */
const shape = {
  trackId: z.string('track-missing').regex(id, 'track-missing'),
  renewalTrackId: z
    .union([z.literal(''), z.string().regex(id, 'track-missing')])
    .optional()
    .transform((value) => value || null),
  audience: z.enum(['everyone', 'some'], 'audience-missing'),
  roles: listOf(z.enum(roles), roles.length),
  locations: listOf(z.string().trim().min(1).max(100, 'text-too-long'), 200),
  employmentKinds: listOf(z.enum(employmentKinds), employmentKinds.length),
  namedPeople: listOf(z.uuid(), 100),
  cadence: z.enum(cadences, 'cadence-missing'),
  periodMonths: whole(1, 120),
  fixedMonth: z
    .string()
    .regex(/^(0[1-9]|1[0-2])$/, 'invalid')
    .default('12'),
  fixedDay: whole(1, 31).default(31),
  minimumValidityMonths: whole(0, 60).default(0),
  effectiveOn: openDate,
  firstDueDays: whole(0, 730),
  firstDueOn: openDate,
  windowLength: whole(0, 1000),
  windowUnit: z.enum(['months', 'days'], 'invalid').default('months'),
  graceDays: whole(0, 365),
  earlyCredit: z.enum(['reanchor', 'none'], 'invalid').default('reanchor'),
  attemptLimit: whole(1, 20),
  cooldownHours: whole(0, 336).default(0),
  // 0 for none.
  timeLimitMinutes: whole(0, 600)
    .refine((minutes) => minutes === 0 || minutes >= leastMinutes, 'time-limit-too-short')
    .default(0),
  keysShown: z.enum(keysShownChoices, 'invalid').default('never'),
  testOut: z.enum(['yes', 'no'], 'invalid').default('no'),
  returnDays: whole(0, 365),
  externalAllowed: z.enum(['yes', 'no'], 'invalid').default('yes'),
  providers: lines,
  authority: z.string().regex(id, 'invalid').default('practice-policy'),
}

type Answers = z.output<z.ZodObject<typeof shape>>

/** The names of the questions, and what stands in them before anybody has answered. */
export const requirementDefaults = {
  renewalTrackId: '',
  audience: 'everyone',
  cadence: 'rolling',
  periodMonths: '12',
  fixedMonth: '12',
  fixedDay: '31',
  minimumValidityMonths: '0',
  firstDueDays: '30',
  windowLength: '2',
  windowUnit: 'months',
  graceDays: '14',
  earlyCredit: 'reanchor',
  attemptLimit: '3',
  cooldownHours: '0',
  timeLimitMinutes: '0',
  keysShown: 'never',
  testOut: 'no',
  returnDays: '30',
  externalAllowed: 'yes',
  authority: 'practice-policy',
} as const

const requirementFieldNames = Object.keys(shape)

/** The answers as a draft, with more fields of the form's own beside them. */
export function requirementSchema<Own extends z.ZodRawShape>(own: Own) {
  return z
    .strictObject({ ...shape, ...own })
    .refine((answers) => namesSomebody(answers as Answers), { path: ['audience'], message: 'nobody-named' })
    .refine((answers) => hasFixedDay(answers as Answers), { path: ['fixedDay'], message: 'day-of-no-month' })
    .refine((answers) => fitsPeriod(answers as Answers), {
      path: ['windowLength'],
      message: 'window-too-long',
    })
    .refine((answers) => leavesATurn(answers as Answers), {
      path: ['minimumValidityMonths'],
      message: 'minimum-too-long',
    })
}

function namesSomebody(answers: Answers): boolean {
  const lists = [answers.roles, answers.locations, answers.employmentKinds, answers.namedPeople]
  return answers.audience !== 'some' || lists.some((list) => list.length > 0)
}

function hasFixedDay({ cadence, fixedMonth, fixedDay }: Answers): boolean {
  return cadence !== 'fixed-date' || isMonthDay(monthDay(fixedMonth, fixedDay))
}

const monthDay = (month: string, day: number) => `${month}-${String(day).padStart(2, '0')}`

/** Renewal opens within the period that it renews. Numbers that are no numbers are left to their own fields' words. */
function fitsPeriod({ cadence, periodMonths, windowLength, windowUnit }: Answers): boolean {
  if (cadence === 'once' || !Number.isInteger(periodMonths) || !Number.isInteger(windowLength)) return true
  return windowFits(periodMonths, windowUnit === 'days' ? { days: windowLength } : { months: windowLength })
}

function leavesATurn({ cadence, periodMonths, minimumValidityMonths }: Answers): boolean {
  const isCalendar = cadence !== 'once' && cadence !== 'rolling'
  return !isCalendar || !(minimumValidityMonths > periodMonths)
}

function rhythmFrom({ cadence, periodMonths, minimumValidityMonths, ...answers }: Answers): Cadence {
  switch (cadence) {
    case 'once':
      return { cadence }
    case 'rolling':
      return { cadence, periodMonths }
    case 'hire-anniversary':
    case 'licence-renewal':
      return { cadence, periodMonths, minimumValidityMonths }
    case 'fixed-date': {
      const fixedDate = monthDay(answers.fixedMonth, answers.fixedDay) as MonthDay
      return { cadence, periodMonths, minimumValidityMonths, fixedDate }
    }
  }
}

export function draftFrom(answers: Answers): RequirementDraft {
  const { trackId, renewalTrackId, cadence, effectiveOn, firstDueDays, firstDueOn, graceDays } = answers
  const { cooldownHours, timeLimitMinutes, keysShown, testOut } = answers
  const { attemptLimit, returnDays, earlyCredit, providers, windowLength, windowUnit } = answers
  const isOnce = cadence === 'once'
  return {
    trackId,
    // What is completed once is never renewed, and the same track needs no second name.
    renewalTrackId: isOnce || renewalTrackId === trackId ? null : renewalTrackId,
    ...listsFrom(answers),
    rhythm: rhythmFrom(answers),
    effectiveOn,
    firstDueDays,
    firstDueOn,
    windowMonths: isOnce || windowUnit === 'days' ? 0 : windowLength,
    windowDays: windowUnit === 'days' && !isOnce ? windowLength : null,
    graceDays,
    earlyCredit,
    attemptLimit,
    assessment: {
      cooldownHours,
      timeLimitMinutes: timeLimitMinutes || null,
      keysShown,
      testOut: testOut === 'yes',
    },
    returnDays,
    externalAllowed: answers.externalAllowed === 'yes',
    providers,
    profileId: answers.authority === 'practice-policy' ? null : answers.authority,
  }
}

function listsFrom({ audience, roles, locations, employmentKinds, namedPeople }: Answers) {
  if (audience === 'everyone') return { roles: [], locations: [], employmentKinds: [], people: [] }
  return { roles, locations, employmentKinds, people: namedPeople }
}

type Typed = Record<string, string | string[]>

/** What an address carries of the answers, as it was typed. */
export function typedAnswers(
  search: Readonly<Record<string, string | readonly string[] | undefined>>,
): Typed {
  return Object.fromEntries(
    requirementFieldNames.flatMap((name): [string, string | string[]][] => {
      const typed = search[name]
      return typed === undefined ? [] : [[name, typeof typed === 'string' ? typed : [...typed]]]
    }),
  )
}

/** The same answers as an address. */
export function answersInAddress(
  path: Route,
  typed: Readonly<Record<string, string | readonly string[]>>,
): Route {
  const search = new URLSearchParams(
    Object.entries(typed).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)])),
  )
  return `${path}?${search}` as Route
}

/** A page's number in an address; the first where it says none. */
export function pageIn(search: Readonly<Record<string, string | string[] | undefined>>): number {
  const page = search['page']
  return typeof page === 'string' && /^\d{1,4}$/.test(page) ? Math.max(1, Number(page)) : 1
}
