import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type LocalDate, startOfDayAt } from '#lib/domain/calendar'
import type { ComplianceAnswer, History } from '#lib/domain/compliance/answer'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import type { EvidenceEvent } from '#lib/domain/compliance/evidence'
import { scene, toldIn, zones } from '#lib/domain/compliance/history.examples'
import { previewCompletion } from '#lib/domain/compliance/preview-completion'

const zone = fc.constantFrom(...zones)
const newestVersion = 10_000

test('because is sufficient: the named facts alone give the same answer', () => {
  fc.assert(
    fc.property(scene, zone, fc.boolean(), (told, where, knowsAll) => {
      const history = toldIn(where, told)
      const knownAt = knowsAll ? undefined : startOfDayAt(told.knownOn, where)
      for (const asOf of told.days) {
        const answer = complianceStatus(history, asOf, knownAt)
        const named = history.events.filter((event) => answer.because.eventIds.includes(event.id))
        expect(named).toHaveLength(answer.because.eventIds.length)
        expect(complianceStatus({ ...history, events: named }, asOf, knownAt)).toEqual(answer)
      }
    }),
    { numRuns: 1000 },
  )
})

test('the same local history gives the same dates in every zone', () => {
  fc.assert(
    fc.property(scene, (told) => {
      for (const asOf of told.days) {
        const answers = zones.map((where) => JSON.stringify(complianceStatus(toldIn(where, told), asOf)))
        expect(new Set(answers).size).toBe(1)
      }
    }),
    { numRuns: 100 },
  )
})

test('the order of the rows changes nothing', () => {
  const shuffled = scene.chain((told) =>
    fc.tuple(
      fc.constant(told),
      fc.shuffledSubarray([...told.facts.keys()], { minLength: told.facts.length }),
    ),
  )
  fc.assert(
    fc.property(shuffled, zone, ([told, order], where) => {
      const history = toldIn(where, told)
      const events = order.flatMap((index) => history.events[index] ?? [])
      const policies = history.policies.toReversed()
      for (const asOf of told.days) {
        expect(complianceStatus({ ...history, policies, events }, asOf)).toEqual(
          complianceStatus(history, asOf),
        )
      }
    }),
    { numRuns: 400 },
  )
})

test('what is recorded later never changes what was known', () => {
  fc.assert(
    fc.property(scene, zone, (told, where) => {
      const history = toldIn(where, told)
      const knownAt = startOfDayAt(told.knownOn, where)
      const then = <Row extends { readonly recordedAt: string }>(rows: readonly Row[]) =>
        rows.filter((row) => row.recordedAt <= knownAt)
      const asItWas: History = { ...history, policies: then(history.policies), events: then(history.events) }
      for (const asOf of told.days) {
        expect(complianceStatus(history, asOf, knownAt)).toEqual(complianceStatus(asItWas, asOf))
      }
    }),
    { numRuns: 400 },
  )
})

test('what lies after the day asked about never counts', () => {
  fc.assert(
    fc.property(scene, zone, (told, where) => {
      const history = toldIn(where, told)
      const events = history.events.filter((event) => event.kind !== 'corrected')
      for (const asOf of told.days) {
        const past = events.filter((event) => event.effectiveOn <= asOf)
        const policies = history.policies.filter((policy) => policy.effectiveOn <= asOf)
        expect(complianceStatus({ ...history, policies, events: past }, asOf)).toEqual(
          complianceStatus({ ...history, events }, asOf),
        )
      }
    }),
    { numRuns: 400 },
  )
})

test('valid-through never moves earlier when a completion later than all others is added', () => {
  const isWork = ({ kind }: EvidenceEvent) => /completed|external-accepted|corrected/.test(kind)
  const reach = ({ because, validThrough }: ComplianceAnswer) =>
    because.completedOn === null ? '' : (validThrough ?? 'for good')
  fc.assert(
    fc.property(scene, zone, fc.integer({ min: 0, max: 300 }), fc.nat(400), (told, where, wait, later) => {
      const history = toldIn(where, told)
      const lastOn = history.events
        .filter(isWork)
        .reduce((last, each) => laterOf(last, each.effectiveOn), '' as LocalDate)
      const on = addDays(lastOn === '' ? (told.days[0] as LocalDate) : lastOn, wait)
      const done = { effectiveOn: on, recordedAt: startOfDayAt(on, where), version: 3 }
      const added: readonly EvidenceEvent[] = [
        { ...done, id: 'x1', kind: 'completed' },
        { ...done, id: 'x2', kind: 'part-completed', part: 'lessons' },
        { ...done, id: 'x3', kind: 'part-completed', part: 'quiz' },
      ]
      const asOf = addDays(on, later)
      const before = complianceStatus(history, asOf)
      const after = complianceStatus({ ...history, events: [...history.events, ...added] }, asOf)
      expect(reach(after) >= reach(before)).toBe(true)
    }),
    { numRuns: 1500 },
  )
})

function laterOf(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b
}

test('every day has one status, and it agrees with its dates', () => {
  fc.assert(
    fc.property(scene, zone, (told, where) => {
      const history = toldIn(where, told)
      for (const asOf of told.days) {
        const answer = complianceStatus(history, asOf)
        expect(disagreement(answer, asOf)).toBe(null)
      }
    }),
    { numRuns: 1500 },
  )
})

/** The order in which the dates of an answer must stand, by status: each no later than the next. */
function orderOf(
  answer: ComplianceAnswer,
  asOf: LocalDate,
): Record<ComplianceAnswer['status'], readonly unknown[]> {
  const never = '9999-99-99'
  const [due, through, opens] = [answer.dueOn, answer.validThrough, answer.opensOn].map(
    (date) => date ?? never,
  )
  const [grace, excused] = [answer.because.graceThrough, answer.because.excusedThrough].map(
    (date) => date ?? '',
  )
  return {
    'not-required': [never, due, through, opens],
    'not-started': [asOf, due, never, through, opens],
    'in-progress': [asOf, due, never, through, opens],
    compliant: [asOf, through],
    'renewal-open': [opens, asOf, through],
    'in-grace': [asOf, grace],
    overdue: [due, grace, asOf, never, through, opens],
    lapsed: [grace, asOf],
    exempt: [asOf, excused],
    'on-leave': [asOf, excused],
  }
}

function disagreement(answer: ComplianceAnswer, asOf: LocalDate): string | null {
  const dates = orderOf(answer, asOf)[answer.status].map(String)
  return dates.join() === dates.toSorted().join() ? null : `${asOf} ${JSON.stringify(answer)}`
}

test('a completion earns what its preview said', () => {
  fc.assert(
    fc.property(scene, zone, (told, where) => {
      const history = toldIn(where, told)
      // A part of an older version done before would make the completion one of that version.
      const events = history.events.filter((event) => !/corrected|part-completed/.test(event.kind))
      for (const on of told.days) {
        const preview = previewCompletion({ ...history, events }, on)
        const last = {
          effectiveOn: on,
          recordedAt: startOfDayAt(on, where),
          at: lastMoment(on, where),
          version: newestVersion,
        }
        const done: readonly EvidenceEvent[] = [
          { ...last, id: 'y1', kind: 'completed' },
          { ...last, id: 'y2', kind: 'part-completed', part: 'lessons' },
          { ...last, id: 'y3', kind: 'part-completed', part: 'quiz' },
        ]
        const answer = complianceStatus({ ...history, events: [...events, ...done] }, on)
        if (preview.kind !== 'earns' || answer.status === 'not-required') continue
        expect(answer.validThrough).toBe(preview.validThrough)
      }
    }),
    { numRuns: 800 },
  )
})

function lastMoment(on: LocalDate, where: string) {
  return startOfDayAt(addDays(on, 1), where)
}
