import { describe, expect, test } from 'vitest'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import { correctableIds } from '#lib/domain/people/entries/correctable'
import { day, hired, outcome, recorded, situation } from '#lib/domain/people/entries/situation.examples'

const today = '2026-03-10'
const strike = (factId: string) => ({ kind: 'correction', factId, to: null }) as const
const move = (factId: string, to: string) => ({ kind: 'correction', factId, to: day(to) }) as const

const completed = { id: 'done', kind: 'completed', on: '2025-03-31', version: 1 } as const
const leave = { id: 'away', kind: 'leave-started', on: '2026-01-10', through: '2026-05-20' } as const
const extended = { id: 'ext', kind: 'extended', on: '2026-03-01', to: '2026-04-30' } as const
const billing = [
  { id: 'no-nurse', kind: 'role-ended', on: '2025-12-31', role: 'nurse' },
  { id: 'billing', kind: 'role-started', on: '2026-01-01', role: 'billing' },
] as const
const gone = { id: 'gone', kind: 'employment-ended', on: '2025-06-30' } as const
const again = [
  { id: 'rehire', kind: 'employed', on: '2026-01-15' },
  { id: 'again', kind: 'role-started', on: '2026-01-15', role: 'nurse' },
] as const

const all = [...hired, completed, leave, extended]

describe('what may be corrected, and how', () => {
  test.for([
    [strike('done'), 'corrected 2026-03-10 done void'],
    [move('done', '2025-04-05'), 'corrected 2025-04-05 done moved'],
    [move('done', '2025-03-31'), 'moved-nowhere'],
    [move('done', '2026-03-11'), 'moved-into-future'],
    [move('done', '2023-12-31'), 'moved-outside-employment'],
    [strike('away'), 'corrected 2026-03-10 away void'],
    [move('away', '2026-01-12'), 'corrected 2026-01-12 away moved'],
    [move('away', '2026-05-21'), 'leave-end-before-start'],
    [move('away', '2023-05-21'), 'leave-outside-employment'],
    [strike('ext'), 'corrected 2026-03-10 ext void'],
    [move('ext', '2026-03-02'), 'only-to-be-struck'],
    [strike('hire'), 'only-to-be-moved'],
    [strike('kind'), 'corrected-already'],
    [strike('nobody'), 'fact-unknown'],
  ] as const)('%o: %s', ([entry, result]) => {
    expect(outcome(entry, situation(all, today))).toBe(result)
  })

  test('a hire is moved with the terms that it began with', () => {
    const moved = outcome(move('hire', '2024-02-01'), situation(all, today)).split('; ')
    expect(moved.toSorted()).toEqual(
      ['hire', 'kind', 'nurse', 'place'].map((id) => `corrected 2024-02-01 ${id} moved`),
    )
  })

  test('a hire is not moved past what was done since, nor before the end of another', () => {
    expect(outcome(move('hire', '2025-04-01'), situation(all, today))).toBe('start-after-training')
    const back = situation([...hired, gone, ...again], today)
    expect(outcome(move('rehire', '2025-06-30'), back)).toBe('start-before-last-end')
    expect(outcome(move('rehire', '2025-07-01'), back)).toContain('corrected 2025-07-01 rehire moved')
  })

  test('a rehire by mistake is struck whole, unless somebody has trained since', () => {
    const back = situation([...hired, gone, ...again], today)
    expect(recorded(strike('rehire'), back).post).toMatchObject({
      startedOn: '2024-01-01',
      endedOn: '2025-06-30',
    })
    const trained = situation([...hired, gone, ...again, { ...completed, on: '2026-02-01' }], today)
    expect(outcome(strike('rehire'), trained)).toBe('trained-since')
  })

  test('a last day of work is struck or moved only while no employment came after it', () => {
    expect(recorded(strike('gone'), situation([...hired, gone], today)).post.endedOn).toBeNull()
    expect(outcome(move('gone', '2025-07-31'), situation([...hired, gone], today))).toBe(
      'corrected 2025-07-31 gone moved',
    )
    const back = situation([...hired, gone, ...again], today)
    expect(outcome(strike('gone'), back)).toBe('employment-went-on')
    expect(outcome(move('gone', '2026-01-15'), back)).toBe('employment-went-on')
    expect(outcome(move('gone', '2023-12-31'), back)).toBe('end-before-start')
  })

  test('a change of role is corrected together with the end of the role before', () => {
    const changed = situation([...hired, ...billing], today)
    expect(outcome(move('billing', '2026-02-01'), changed)).toBe(
      'corrected 2026-01-31 no-nurse moved; corrected 2026-02-01 billing moved',
    )
    expect(recorded(strike('billing'), changed).post.role).toBe('nurse')
    expect(outcome(move('billing', '2024-01-01'), changed)).toBe('later-change-exists')
  })
})

describe('a correction', () => {
  test('changes what is asked now, and not what was known then (case 15)', () => {
    const corrected = recorded(strike('done'), situation([...hired, completed], today))
    const [one] = corrected.asked
    const before = situation(hired, '2026-03-09').now
    expect(one && complianceStatus(one.history, day('2026-03-01')).status).toBe('overdue')
    expect(one && complianceStatus(one.history, day('2026-03-01'), before).status).toBe('renewal-open')
  })

  test('can be taken back, once', () => {
    const corrected = recorded(strike('done'), situation([...hired, completed], today))
    const correction = corrected.facts.at(-1)?.id ?? ''
    expect(correctableIds(corrected.facts).has('done')).toBe(false)
    const restored = recorded(strike(correction), corrected)
    expect(correctableIds(restored.facts).has('done')).toBe(true)
    expect(outcome(strike(correction), restored)).toBe('corrected-already')
  })
})
