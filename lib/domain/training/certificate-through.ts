import type { LocalDate } from '#lib/domain/calendar'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import { previewTogether } from '#lib/domain/compliance/preview-completion'
import type { Asking } from '#lib/domain/training/attempt-limit'
import { mayEarn } from '#lib/domain/training/track-asked'

/**
 * The day through which a track completed on this day counts for all that asks for it; null where it counts for good, or for
 * none. `askings`: the requirements of the practice that name the track, as they stand before the completion.
 */
export function certificateThrough(askings: readonly Asking[], on: LocalDate): LocalDate | null {
  const served = askings
    .map((history) => ({ history, answer: complianceStatus(history, on) }))
    .filter(({ history, answer }) => mayEarn(history, answer))
  const owed = served.filter(({ answer }) => answer.status !== 'not-required')
  // What asks other roles only must not lend its date; where nothing asks this person, any that asks for the track speaks.
  const asking = owed.length > 0 ? owed : served
  const preview = previewTogether(
    asking.map(({ history }) => history),
    on,
  )
  if (preview.kind === 'earns') return preview.validThrough
  const earnsNothing = preview.kind === 'earns-nothing' || (asking.length === 0 && askings.length > 0)
  if (!earnsNothing) return null
  // It says nothing beyond what stood before it, and where nothing did, nothing beyond its own day.
  return asking.flatMap(({ answer }) => answer.validThrough ?? []).sort()[0] ?? on
}
