import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readHistory } from '#lib/cli/history/read-history'
import type { History } from '#lib/domain/compliance/answer'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import type { EvidenceEvent } from '#lib/domain/compliance/evidence'
import { scene, toldIn, zones } from '#lib/domain/compliance/history.examples'
import type { Audience, Policy } from '#lib/domain/compliance/policy'

/** A fact in the words of the file. */
function told(event: EvidenceEvent) {
  const { effectiveOn, at, ...rest } = event
  const day = at ? { at } : { on: effectiveOn }
  if (event.kind !== 'corrected') return { ...rest, ...day }
  const { id, kind, recordedAt, corrects, outcome } = event
  return { id, kind, recordedAt, corrects, ...day, ...(outcome === 'void' && { void: true }) }
}

function written(policy: Policy): object {
  const { firstDue, window, authority, audience, parts, ...rest } = policy
  return {
    ...rest,
    firstDueDays: firstDue.days,
    firstDueOn: firstDue.notBefore,
    ...('months' in window ? { windowMonths: window.months } : { windowDays: window.days }),
    parts,
    ...(audience !== 'everyone' && !audience.whileInRole && { audience }),
    ...(authority.kind === 'practice-policy'
      ? { authority: authority.kind }
      : {
          authority: authority.verified ? 'verified-profile' : 'unverified-profile',
          approvedProviders: authority.approvedProviders,
        }),
  }
}

/** The file knows one person only, and lists without one to ask for it by name. */
function withoutNames(audience: Audience): Audience {
  if (audience === 'everyone') return { whileInRole: true }
  const { people: _, ...lists } = audience
  return Object.keys(lists).length === 0 ? { whileInRole: true } : lists
}

/** A file refuses corrections that name nothing, or themselves. */
function withoutLostCorrections(events: readonly EvidenceEvent[]): readonly EvidenceEvent[] {
  const ids = new Set(events.map(({ id }) => id))
  const kept = events.filter(
    (event) => event.kind !== 'corrected' || (ids.has(event.corrects) && event.corrects !== event.id),
  )
  return kept.length === events.length ? events : withoutLostCorrections(kept)
}

/** What the file is read as; undefined where it is refused. */
function historyIn(file: object): History | undefined {
  const read = readHistory(file)
  return read.kind === 'read' ? read.history : undefined
}

const nobody: History = { zone: 'UTC', policies: [], events: [] }

test('a file says the same as the history that it was written from, and because is sufficient in it', () => {
  fc.assert(
    fc.property(scene, fc.constantFrom(...zones), ({ days, ...rest }, zone) => {
      const history = toldIn(zone, { days, ...rest })
      const policies = history.policies.map((policy) => ({
        ...policy,
        audience: withoutNames(policy.audience),
      }))
      const events = withoutLostCorrections(history.events)
      const file = {
        zone,
        policies: policies.map(written),
        events: events.map(told),
        ask: days.map((asOf) => ({ asOf })),
      }
      const read = historyIn(file)
      expect(read).toBeDefined()
      for (const asOf of days) {
        const answer = complianceStatus({ zone, policies, events }, asOf)
        expect(complianceStatus(read ?? nobody, asOf)).toEqual(answer)
        const named = file.events.filter(({ id }) => answer.because.eventIds.includes(id))
        expect(complianceStatus(historyIn({ ...file, events: named }) ?? nobody, asOf)).toEqual(answer)
      }
    }),
    { numRuns: 200 },
  )
})
