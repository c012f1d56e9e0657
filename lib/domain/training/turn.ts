import { earlierOf, type Instant, type LocalDate, localDateAt } from '#lib/domain/calendar'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import { type CurrentCycle, currentCycle } from '#lib/domain/compliance/current-cycle'
import { previewCompletion } from '#lib/domain/compliance/preview-completion'
import type { Asking } from '#lib/domain/training/attempt-limit'
import { mayEarn } from '#lib/domain/training/track-asked'

/** What is stored of an assignment's last cycle, as far as it tells whether that is the turn of today. */
export type StoredTurn = {
  /** From 1; the highest number there is. */
  readonly lastCycle: number
  /** The first day of the employment. */
  readonly startedOn: LocalDate
  /** Whether it goes by the newest version of its track. */
  readonly hasNewestTrack: boolean
  /** Whether a later version of its track asks of everybody to be taken anew: what is completed in it would not be enough. */
  readonly isOvertaken: boolean
  /** When its first lesson was opened, and its first quiz or case begun. Null where none was. */
  readonly firstReadAt: Instant | null
  readonly firstSatAt: Instant | null
  /** False where nothing on record that could begin another turn is dated or recorded after the first of those two. */
  readonly mayHaveTurned: boolean
}

/** Whether only the rules can tell. */
export function asksTheRules({ firstReadAt, firstSatAt, mayHaveTurned }: StoredTurn): boolean {
  return mayHaveTurned && (firstReadAt !== null || firstSatAt !== null)
}

/** A moment as the practice lives it. */
export type Here = { readonly now: Instant; readonly timeZone: string }

/**
 * Rule 2: whether the last cycle belongs to a turn that is over, so that the turn of now has nothing done in it yet. What was
 * sat counts in the turn in which it was done and in no other; what was read while nothing was asked stays read. A cycle in
 * which nothing was done yet is over when its track has a newer version, and any is over when its track is to be taken anew. `askings` are all that ask for the track.
 */
export function isTurnOver(turn: StoredTurn, askings: readonly Asking[], { now, timeZone }: Here): boolean {
  const { firstReadAt, firstSatAt } = turn
  if (firstReadAt === null && firstSatAt === null) return !turn.hasNewestTrack
  if (turn.isOvertaken) return true
  if (!turn.mayHaveTurned) return false
  const done = (at: Instant): Done => ({ at, on: localDateAt(at, timeZone) })
  const running = runningFor(askings, localDateAt(now, timeZone))
  const wasSatBefore = firstSatAt !== null && !isOfTurn(done(firstSatAt), running, turn)
  return wasSatBefore || (firstReadAt !== null && wasReadBefore(done(firstReadAt), running, askings))
}

type Done = { readonly at: Instant; readonly on: LocalDate }
type Running = { readonly asking: Asking; readonly cycle: CurrentCycle }

/** The turns that a completion today would close. What was earned for good has no next one, unless nothing else asks. */
function runningFor(askings: readonly Asking[], today: LocalDate): readonly Running[] {
  const running = askings.flatMap((asking) => {
    const cycle = currentCycle(asking, today)
    return cycle ? [{ asking, cycle }] : []
  })
  const lasting = running.filter(({ asking }) => !isEarnedForGood(asking, today))
  return lasting.length > 0 ? lasting : running
}

function isEarnedForGood(asking: Asking, on: LocalDate): boolean {
  const { because, validThrough } = complianceStatus(asking, on)
  return because.completedOn !== null && validThrough === null
}

/** One of the turns is enough, since one completion serves them all. Where none runs, the employment bounds what counts. */
function isOfTurn(done: Done, running: readonly Running[], { startedOn }: StoredTurn): boolean {
  if (running.length === 0) return done.on >= startedOn
  return running.some(({ asking, cycle }) => !isBefore(done, cycle) && wasOpenToParts(asking, done.on))
}

function wasReadBefore(done: Done, running: readonly Running[], askings: readonly Asking[]): boolean {
  if (running.length === 0 || running.some(({ cycle }) => !isBefore(done, cycle))) return false
  return askings.some((asking) => currentCycle(asking, done.on) !== null)
}

/** On the day on which a turn begins, what has no moment comes first. */
function isBefore({ on, at }: Done, { beganOn, beganAt }: CurrentCycle): boolean {
  return on < beganOn || (on === beganOn && beganAt !== null && at < beganAt)
}

/** Rule 2: under `none`, parts of the next turn open with its window. */
function wasOpenToParts(asking: Asking, on: LocalDate): boolean {
  return previewCompletion(asking, on).kind !== 'earns-nothing'
}

/**
 * The day on which the quizzes open, where what is done today would count for nothing. Null where it counts, or is owed as the
 * update of a changed text. What asks others only has no say, unless nothing asks this person.
 */
export function quizzesOpenOn(askings: readonly Asking[], on: LocalDate): LocalDate | null {
  const served = askings
    .map((asking) => ({ asking, answer: complianceStatus(asking, on) }))
    .filter(({ asking, answer }) => mayEarn(asking, answer))
  const owed = served.filter(({ answer }) => answer.status !== 'not-required')
  if (owed.some(({ answer }) => answer.because.updateDueOn !== null)) return null
  const previews = (owed.length > 0 ? owed : served).map(({ asking }) => previewCompletion(asking, on))
  const days = previews.flatMap((preview) => (preview.kind === 'earns-nothing' ? [preview.opensOn] : []))
  const [first, ...rest] = days
  return first && days.length === previews.length ? rest.reduce(earlierOf, first) : null
}
