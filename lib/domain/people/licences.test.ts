import { describe, expect, test } from 'vitest'
import { instantFrom, localDateFrom } from '#lib/domain/calendar'
import { type LicenceFact, licencesFrom, ownLicence, renewalFault } from '#lib/domain/people/licences'

const day = localDateFrom
const told = (minute: number, licenceId = 'rn') => ({
  id: `f${minute}`,
  licenceId,
  recordedAt: instantFrom(`2026-03-10T12:${String(minute).padStart(2, '0')}:00Z`),
  effectiveOn: day('2026-03-10'),
  by: 'Mara Manager',
  reason: null,
  isVoid: false,
})
const recorded = (minute: number, number: string, licenceId = 'rn'): LicenceFact => ({
  ...told(minute, licenceId),
  kind: 'licence-recorded',
  state: 'MO',
  profession: 'registered-nurse',
  number,
})
const set = (minute: number, dueOn: string, licenceId = 'rn'): LicenceFact => ({
  ...told(minute, licenceId),
  kind: 'licence-renewal-set',
  dueOn: day(dueOn),
})
const proposed = (minute: number, dueOn: string): LicenceFact => ({
  ...told(minute),
  kind: 'licence-renewal-proposed',
  dueOn: day(dueOn),
})

describe('a licence from its facts', () => {
  test('says what was written last, in whatever order the facts come', () => {
    const facts = [set(4, '2028-04-30'), recorded(1, '4711'), set(2, '2026-04-30'), recorded(3, '4712')]
    expect(licencesFrom(facts)).toMatchObject([{ number: '4712', renewsOn: '2028-04-30', leads: true }])
  })

  test('falls back to the date before where the last one was taken back', () => {
    const facts = [recorded(1, '4711'), set(2, '2026-04-30'), { ...set(3, '2029-04-30'), isVoid: true }]
    const [licence] = licencesFrom(facts)
    expect(licence?.renewsOn).toBe('2026-04-30')
    expect(licence?.history).toHaveLength(3)
  })

  test('leads where its date was set last, until it is no longer held', () => {
    const facts = [
      recorded(1, '4711'),
      set(2, '2026-04-30'),
      recorded(3, '99', 'ks'),
      set(4, '2027-01-31', 'ks'),
    ]
    expect(licencesFrom(facts).map(({ leads }) => leads)).toEqual([false, true])
    const ended: LicenceFact = { ...told(5, 'ks'), kind: 'licence-ended' }
    expect(licencesFrom([...facts, ended]).map(({ leads }) => leads)).toEqual([false, false])
  })

  test('is none before it was recorded', () => {
    expect(licencesFrom([set(1, '2026-04-30')])).toEqual([])
  })
})

describe('a proposal', () => {
  const before = [recorded(1, '4711'), proposed(2, '2028-04-30')]
  test.each([
    ['stands until it is answered', [], '2028-04-30'],
    ['gives way to a later one', [proposed(3, '2028-05-31')], '2028-05-31'],
    ['ends where a date is recorded', [set(3, '2028-04-30')], undefined],
    [
      'ends where it is declined',
      [{ ...told(3), kind: 'licence-proposal-declined', proposalId: 'f2' } as const],
      undefined,
    ],
    ['ends with the licence', [{ ...told(3), kind: 'licence-ended' } as const], undefined],
  ])('%s', (_, later, dueOn) => {
    expect(licencesFrom([...before, ...later])[0]?.proposal?.dueOn).toBe(dueOn)
  })
})

test.each([
  ['2019004711', '••••711'],
  ['RN-1234', '••••234'],
  ['123456', '••••'],
  ['1', '••••'],
])('its holder sees of %s only %s', (number, seen) => {
  const [licence] = licencesFrom([recorded(1, number)])
  expect(licence && ownLicence(licence).number).toBe(seen)
})

test.each([
  ['2016-03-10', false],
  ['2016-03-09', true],
  ['2036-03-10', false],
  ['2036-03-11', true],
])('renewing on %s is a year typed wrong: %s', (on, wrong) => {
  expect(renewalFault(day(on), day('2026-03-10'))).toBe(wrong)
})
