import * as z from 'zod'
import type { LocalDate } from '#lib/domain/calendar'
import { assessmentTermsFrom } from '#lib/domain/compliance/assessment-terms'
import type { Audience, Cadence, RenewalWindow } from '#lib/domain/compliance/policy'
import type { PolicyRules } from '#lib/domain/compliance/policy-rules'
import { requirementDefaults, requirementSchema, typedAnswers } from '#lib/web/requirement-fields'

/** Why somebody decided something, in their own words. */
export const reason = z.string('reason-missing').trim().min(1, 'reason-missing').max(500, 'note-too-long')

/** What the form of another version asks beside the questions of a requirement. */
export const changeOnly = {
  /** The version that stood on the page. */
  after: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number),
  appliesTo: z.enum(['later-completions', 'all'], 'applies-to-missing'),
}

/** The answers to all of them, as the address of a preview carries them. */
export const changeSchema = requirementSchema(changeOnly)

type Latest = {
  readonly rules: PolicyRules
  readonly attemptLimit: number
  readonly profile: { readonly profile: { readonly id: string } } | null
}
type Typed = Readonly<Record<string, string | string[]>>

/** A version as the answers that would say the same. The day from which it holds is asked anew. */
export function answersOf(
  { trackId, renewalTrackId }: { readonly trackId: string; readonly renewalTrackId: string | null },
  { rules, attemptLimit, profile }: Latest,
  today: LocalDate,
): Typed {
  return {
    // What the version does not say still stands in the form.
    ...requirementDefaults,
    trackId,
    renewalTrackId: renewalTrackId ?? '',
    ...audienceAnswers(rules.audience),
    ...rhythmAnswers(rules),
    ...windowAnswers(rules.window),
    effectiveOn: today,
    firstDueDays: String(rules.firstDue.days),
    firstDueOn: rules.firstDue.notBefore ?? '',
    graceDays: String(rules.graceDays),
    earlyCredit: rules.earlyCredit,
    attemptLimit: String(attemptLimit),
    ...assessmentAnswers(rules.assessment),
    returnDays: String(rules.returnDays),
    externalAllowed: rules.externalAllowed ? 'yes' : 'no',
    providers: rules.acceptedProviders.join('\n'),
    authority: profile?.profile.id ?? 'practice-policy',
    appliesTo: 'later-completions',
  }
}

function assessmentAnswers(assessment: PolicyRules['assessment']): Typed {
  const { cooldownHours, timeLimitMinutes, keysShown, testOut } = assessmentTermsFrom(assessment)
  return {
    cooldownHours: String(cooldownHours),
    timeLimitMinutes: String(timeLimitMinutes ?? 0),
    keysShown,
    testOut: testOut ? 'yes' : 'no',
  }
}

function audienceAnswers(audience: Audience): Typed {
  if (audience === 'everyone') return { audience: 'everyone' }
  const { roles = [], locations = [], employmentKinds = [], people = [] } = audience
  return {
    audience: 'some',
    roles: [...roles],
    locations: [...locations],
    employmentKinds: [...employmentKinds],
    namedPeople: [...people],
  }
}

function rhythmAnswers(rhythm: Cadence): Typed {
  const { cadence } = rhythm
  if (cadence === 'once') return { cadence }
  const periodMonths = String(rhythm.periodMonths)
  if (cadence === 'rolling') return { cadence, periodMonths }
  const minimumValidityMonths = String(rhythm.minimumValidityMonths)
  if (cadence !== 'fixed-date') return { cadence, periodMonths, minimumValidityMonths }
  const [fixedMonth = '', day = ''] = rhythm.fixedDate.split('-')
  return { cadence, periodMonths, minimumValidityMonths, fixedMonth, fixedDay: String(Number(day)) }
}

function windowAnswers(window: RenewalWindow): Typed {
  return 'months' in window
    ? { windowLength: String(window.months), windowUnit: 'months' }
    : { windowLength: String(window.days), windowUnit: 'days' }
}

/** What an address, or a refused form, carries of the answers to a change. */
export function typedChange(search: Readonly<Record<string, string | readonly string[] | undefined>>): Typed {
  const own = Object.keys(changeOnly).flatMap((name): [string, string][] => {
    const typed = search[name]
    return typeof typed === 'string' ? [[name, typed]] : []
  })
  return { ...typedAnswers(search), ...Object.fromEntries(own) }
}
