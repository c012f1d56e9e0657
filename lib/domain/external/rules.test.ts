import { describe, expect, test } from 'vitest'
import { addMonths, instantFrom, type LocalDate, localDateFrom } from '#lib/domain/calendar'
import type { Certificate } from '#lib/domain/certification/certificate'
import type { EvidenceEvent } from '#lib/domain/compliance/evidence'
import { defaultTerms, type Policy } from '#lib/domain/compliance/policy'
import { allowsExternal, previewExternal } from '#lib/domain/external/preview-external'
import { standingOf } from '#lib/domain/external/second-person'
import { vouchedFor } from '#lib/domain/external/shared-certificate'
import { likenessOf, providerAsListed, statementFault } from '#lib/domain/external/statement'
import type { PersonId } from '#lib/domain/ids'

const day = localDateFrom
const today = day('2026-03-10')
const recordedAt = instantFrom('2026-01-01T12:00:00Z')
const person = (name: string) => name as PersonId

describe('the days of a certificate', () => {
  test.each([
    ['2026-03-10', null, undefined],
    ['2026-03-11', null, 'external-completed-in-future'],
    ['1966-03-10', null, undefined],
    ['1966-03-09', null, 'external-completed-too-long-ago'],
    ['2026-03-01', '2026-03-01', undefined],
    ['2026-03-01', '2026-02-28', 'external-ends-before-it-began'],
    ['2026-03-01', '2046-03-01', undefined],
    ['2026-03-01', '2046-03-02', 'external-ends-too-far-ahead'],
  ])('completed %s, valid through %s: %s', (completedOn, validThrough, fault) => {
    const days = { completedOn: day(completedOn), validThrough: validThrough && day(validThrough) }
    expect(statementFault(days as { completedOn: LocalDate; validThrough: LocalDate | null }, today)).toBe(
      fault,
    )
  })
})

describe('a second person', () => {
  test.each([
    ['neither recorded it nor did it', 'mara', 'nora', 'nora', 2, 'may-decide'],
    ['recorded it', 'mara', 'nora', 'mara', 2, 'recorded-it'],
    ['did it', 'mara', 'mara', 'otto', 2, 'is-about-them'],
    ['did and recorded it', 'mara', 'mara', 'mara', 3, 'is-about-them'],
    ['did and recorded it, alone', 'mara', 'mara', 'mara', 1, 'may-decide-alone'],
    ['recorded it, alone', 'mara', 'nora', 'mara', 1, 'may-decide-alone'],
    ['neither, and is alone', 'mara', 'nora', 'nora', 1, 'may-decide'],
  ] as const)('who %s', (_, decider, subject, recordedBy, managers, standing) => {
    const people = { decider: person(decider), subject: person(subject), recordedBy: person(recordedBy) }
    expect(standingOf({ ...people, managers })).toBe(standing)
  })
})

describe('two entries', () => {
  const entry = { id: 'a', provider: 'State Academy', completedOn: day('2026-02-01'), sha256: 'x' }
  test.each([
    ['the same entry', entry, undefined],
    ['the same file', { ...entry, id: 'b', provider: 'Other' }, 'same-file'],
    [
      'the same day and provider, spelled otherwise',
      { ...entry, id: 'b', sha256: 'y', provider: 'STATE  academy ' },
      'same-day-and-provider',
    ],
    ['another day', { ...entry, id: 'b', sha256: 'y', completedOn: day('2026-02-02') }, undefined],
  ])('%s', (_, other, likeness) => {
    expect(likenessOf(entry, other)).toBe(likeness)
  })

  test('without files are not the same file', () => {
    const shared = { id: 'a', provider: 'A', completedOn: day('2026-02-01') }
    expect(likenessOf(shared, { ...shared, id: 'b', provider: 'B' })).toBeUndefined()
  })
})

test('a provider takes the spelling of the list that has it', () => {
  expect(providerAsListed(' state academy', ['State Academy'])).toBe('State Academy')
  expect(providerAsListed('Academy of the State', ['State Academy'])).toBe('Academy of the State')
})

const policy: Policy = {
  ...defaultTerms,
  id: 'p1',
  effectiveOn: day('2026-01-01'),
  recordedAt,
  firstDue: { days: 30, notBefore: null },
  cadence: 'rolling',
  periodMonths: 12,
}
const events: EvidenceEvent[] = [{ id: 'e1', kind: 'employed', effectiveOn: day('2026-03-01'), recordedAt }]
const preview = (own: Partial<Policy>, external = {}, more: readonly EvidenceEvent[] = []) =>
  previewExternal(
    { zone: 'America/Chicago', policies: [{ ...policy, ...own } as Policy], events: [...events, ...more] },
    { provider: 'Academy', completedOn: day('2026-02-01'), validThrough: null, ...external },
    today,
    recordedAt,
  )

describe('what accepting would do', () => {
  test('from before the employment it counts for a period', () => {
    const { before, after, effect, demand } = preview({})
    expect([before.status, after.status, after.validThrough]).toEqual([
      'not-started',
      'compliant',
      '2027-02-01',
    ])
    expect([effect, demand]).toEqual(['counts', 'none'])
  })

  test('it changes nothing where it had ended before the hire', () => {
    expect(preview({}, { validThrough: day('2026-02-27') }).effect).toBe('changes-nothing')
  })

  test('it changes nothing where what counts lasts longer', () => {
    const done = {
      id: 'e2',
      kind: 'completed',
      version: 1,
      effectiveOn: day('2026-03-02'),
      recordedAt,
    } as const
    expect(preview({}, { validThrough: day('2026-06-30') }, [done]).effect).toBe('changes-nothing')
  })

  test('it is not allowed where the policy of its day says so', () => {
    expect(preview({ externalAllowed: false })).toMatchObject({ effect: 'not-allowed' })
    const later = { ...policy, id: 'p2', effectiveOn: day('2026-03-05'), externalAllowed: false }
    expect(allowsExternal([policy, later], day('2026-02-01'), today)).toBe(true)
    expect(allowsExternal([policy, later], day('2026-03-06'), today)).toBe(false)
  })

  test('it is not asked of somebody outside the audience', () => {
    expect(preview({ audience: { roles: ['clinician'] } }).effect).toBe('not-asked')
  })

  test.each([
    ['a list with it', true, ['Academy'], 'on-the-list', 'met'],
    ['a list without it', true, ['Other'], 'not-on-the-list', 'not-met'],
    ['no list', true, null, 'none', 'met'],
    ['nobody who verified it', false, ['Academy'], 'ask-the-board', 'check-with-your-board'],
  ] as const)('an authority with %s', (_, verified, approvedProviders, demand, answer) => {
    const seen = preview({ authority: { kind: 'requirement-profile', verified, approvedProviders } })
    expect([seen.demand, seen.after.authority]).toEqual([demand, answer])
  })
})

describe('a signature vouches for what is shown', () => {
  const signed = {
    practiceName: 'Alder',
    trackTitle: 'Basics',
    completedOn: today,
    validThrough: addMonths(today, 12),
    modules: [{ title: 'One', version: 2 }],
  } as unknown as Certificate
  const shown = {
    provider: 'Alder',
    title: 'Basics',
    completedOn: today,
    validThrough: addMonths(today, 12),
    modules: [{ title: 'One', version: 2 }],
  }
  test('word for word', () => {
    expect(vouchedFor(shown, signed)).toBe(true)
  })

  test.each([
    ['another practice', { provider: 'Birch' }],
    ['another track', { title: 'More' }],
    ['another day', { completedOn: day('2026-03-09') }],
    ['a longer time', { validThrough: null }],
    ['another version', { modules: [{ title: 'One', version: 3 }] }],
    ['more modules', { modules: [...shown.modules, { title: 'Two', version: 1 }] }],
    ['fewer modules', { modules: [] }],
  ])('and not for %s', (_, own) => {
    expect(vouchedFor({ ...shown, ...own }, signed)).toBe(false)
  })
})
