import { expect, test } from 'vitest'
import { localDateFrom, type MonthDay } from '#lib/domain/calendar'
import { type RequirementDraft, rulesOfDraft } from '#lib/domain/compliance/requirement-draft'
import { answersOf, changeSchema } from '#lib/web/change-fields'
import { draftFrom, requirementDefaults, requirementSchema } from '#lib/web/requirement-fields'
import { startingPoints } from '#lib/web/requirement-starts'

const schema = requirementSchema({})
const plain = { ...requirementDefaults, trackId: 'all-staff' }
const today = localDateFrom('2026-03-10')

function fieldsToMend(answers: Readonly<Record<string, string | string[]>>): readonly unknown[] {
  const parsed = schema.safeParse({ ...plain, ...answers })
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [path[0], message])
}

test('what stands in the form before anybody has answered can be sent', () => {
  expect(fieldsToMend({})).toEqual([])
})

test.each([
  [{ audience: 'some' }, 'audience', 'nobody-named'],
  [{ windowLength: '12' }, 'windowLength', 'window-too-long'],
  [{ windowLength: '365', windowUnit: 'days' }, 'windowLength', 'window-too-long'],
  [{ cadence: 'fixed-date', fixedMonth: '06', fixedDay: '31' }, 'fixedDay', 'day-of-no-month'],
  [{ cadence: 'hire-anniversary', minimumValidityMonths: '13' }, 'minimumValidityMonths', 'minimum-too-long'],
  [{ effectiveOn: '2026-02-30' }, 'effectiveOn', 'date-invalid'],
  [{ graceDays: 'some' }, 'graceDays', 'number-missing'],
  [{ timeLimitMinutes: '9' }, 'timeLimitMinutes', 'time-limit-too-short'],
  [{ timeLimitMinutes: '601' }, 'timeLimitMinutes', 'number-out-of-range'],
])('%j names its field', (answers, field, words) => {
  expect(fieldsToMend(answers)).toEqual([[field, words]])
})

test('what does not matter to a cadence does not stand in its way', () => {
  expect(fieldsToMend({ cadence: 'once', windowLength: '12' })).toEqual([])
  expect(fieldsToMend({ fixedMonth: '02', fixedDay: '31' })).toEqual([])
  expect(fieldsToMend({ audience: 'some', locations: ['North'] })).toEqual([])
})

const drafts: readonly RequirementDraft[] = [
  draftFrom(schema.parse(plain)),
  draftFrom(
    schema.parse({
      ...plain,
      audience: 'some',
      roles: ['nurse', 'lead'],
      locations: 'North',
      employmentKinds: 'student',
      cadence: 'fixed-date',
      fixedMonth: '02',
      fixedDay: '29',
      minimumValidityMonths: '6',
      windowLength: '45',
      windowUnit: 'days',
      firstDueOn: '2026-09-30',
      earlyCredit: 'none',
      externalAllowed: 'no',
      providers: 'One\n\n Two \nOne',
      timeLimitMinutes: '30',
      keysShown: 'after-pass-or-last',
      testOut: 'yes',
    }),
  ),
  draftFrom(schema.parse({ ...plain, cadence: 'licence-renewal', periodMonths: '24' })),
  draftFrom(schema.parse({ ...plain, cadence: 'once' })),
]

test.each(drafts)('a version opened to be changed says the same again: %#', (draft) => {
  const rules = rulesOfDraft(draft, null)
  const tracks = { trackId: draft.trackId, renewalTrackId: draft.renewalTrackId ?? null }
  const answers = answersOf(tracks, { rules, attemptLimit: draft.attemptLimit, profile: null }, today)
  const parsed = changeSchema.parse({ ...answers, after: '1' })
  expect(rulesOfDraft(draftFrom(parsed), null)).toEqual(rules)
})

test('the answers become the rules that were meant', () => {
  const [, draft] = drafts
  expect(draft).toMatchObject({
    rhythm: { cadence: 'fixed-date', fixedDate: '02-29' as MonthDay, minimumValidityMonths: 6 },
    windowDays: 45,
    locations: ['North'],
    providers: ['One', 'Two'],
    assessment: { cooldownHours: 0, timeLimitMinutes: 30, keysShown: 'after-pass-or-last', testOut: true },
  })
})

test('every starting point leads to answers that fit, for the trainings that are published', () => {
  const tracks = ['all-staff', 'clinical', 'renewal'].map((id) => ({ id }))
  const starts = startingPoints({ practiceId: 'p', tracks })
  expect(starts.map(({ key }) => key)).toEqual(['yearly', 'thenShorter', 'yearEnd', 'licence', 'once'])
  for (const { href } of starts) {
    const { searchParams } = new URL(href, 'http://127.0.0.1')
    const names = [...new Set(searchParams.keys())]
    const typed = Object.fromEntries(
      names.map((name) => {
        const values = searchParams.getAll(name)
        return [name, values.length > 1 ? values : (values[0] ?? '')]
      }),
    )
    expect(schema.safeParse(typed).success, href).toBe(true)
  }
  expect(startingPoints({ practiceId: 'p', tracks: [{ id: 'foundations' }] })).toEqual([])
})
