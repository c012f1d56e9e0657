import type { ComplianceAnswer, ComplianceStatus, History } from '#lib/domain/compliance/answer'
import type { Asking } from '#lib/domain/training/attempt-limit'

/** Something was earned before, and its renewal may or must be taken now. */
const renewing: readonly ComplianceStatus[] = ['renewal-open', 'in-grace', 'lapsed']

type Standing = Pick<ComplianceAnswer, 'status' | 'because'>

/**
 * Which of its two tracks a requirement asks for now: the initial one until something is earned in this employment, the one
 * to renew with from the day on which renewal opens. Null where it asks for none.
 */
export function turnAsked({ status, because }: Standing): 'initial' | 'renewal' | null {
  if (status === 'not-required') return null
  if (because.completedOn === null) return 'initial'
  return renewing.includes(status) ? 'renewal' : null
}

/**
 * Whether the list of trainings tells a requirement's status under this track. With one track for both it always does.
 * Where the renewal is another: under the track that is asked for now, and between two turns under the one done last.
 */
export function speaksUnder(history: Asking, answer: ComplianceAnswer): boolean {
  if (!history.renewsOtherwise) return true
  return (turnAsked(answer) ?? lastDone(history)) === (history.asksFor ?? 'initial')
}

/** Whether completing this track would count for the requirement: the one to renew with only after something was earned. */
export function mayEarn({ asksFor }: Asking, { because }: ComplianceAnswer): boolean {
  return asksFor !== 'renewal' || because.completedOn !== null
}

function lastDone({ events }: History): 'initial' | 'renewal' {
  const last = events
    .flatMap((event) => (event.kind === 'completed' || event.kind === 'external-accepted' ? [event] : []))
    .reduce<{ on: string; scope: 'renewal' | undefined } | null>(
      (latest, { effectiveOn: on, at = '', scope }) =>
        latest === null || `${on} ${at}` >= latest.on ? { on: `${on} ${at}`, scope } : latest,
      null,
    )
  return last?.scope ?? 'initial'
}

type TrackPair = { readonly trackId: string; readonly renewalTrackId: string | null }

/** The track that must be assigned to somebody who stands so. Null where none is asked for now. */
export function findTrackAsked({ trackId, renewalTrackId }: TrackPair, answer: Standing): string | null {
  const turn = turnAsked(answer)
  if (turn === null) return null
  return turn === 'renewal' && renewalTrackId !== null ? renewalTrackId : trackId
}
