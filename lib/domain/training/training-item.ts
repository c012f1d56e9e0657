import type { LocalDate } from '#lib/domain/calendar'
import type { ComplianceAnswer } from '#lib/domain/compliance/answer'
import { complianceStatus } from '#lib/domain/compliance/compliance-status'
import { type CompletionPreview, previewTogether } from '#lib/domain/compliance/preview-completion'
import type { AssignmentId } from '#lib/domain/ids'
import { type Asking, attemptLimitOn } from '#lib/domain/training/attempt-limit'
import { mayEarn, speaksUnder } from '#lib/domain/training/track-asked'
import { type NextStep, nextStep, type TrackProgress } from '#lib/domain/training/track-progress'
import type { OwedUpdate } from '#lib/domain/training/track-update'
import { byUrgency, type Urgency, updateUrgency, urgencyOf } from '#lib/domain/training/training-order'
import { quizzesOpenOn } from '#lib/domain/training/turn'

/** The lesson that teaches what changed, before everything else. */
export type UpdateStep = { readonly kind: 'update'; readonly title: string; readonly minutes: number }

/** One assignment as its holder sees it: what is owed, how far it is done, and what a completion today would give. */
export type TrainingItem = {
  readonly urgency: Urgency
  /** Null where no requirement asks for the track. */
  readonly answer: ComplianceAnswer | null
  readonly preview: CompletionPreview | null
  readonly progress: TrackProgress
  /** The day on which the quizzes open, where what is passed today would count for nothing. Null where it counts. */
  readonly opensOn: LocalDate | null
  /** How often each quiz may be sat in this cycle, without what a manager granted beyond it. */
  readonly attemptLimit: number
  /** What is owed since the track changed; null where nothing is. */
  readonly update: OwedUpdate | null
  /** Null where nothing is left to do in this cycle. */
  readonly next: NextStep | UpdateStep | null
}

/**
 * `histories`: one for each requirement of the practice that asks for the track. Where several ask, the most pressing one
 * speaks, since completing the track serves them all; what that would earn is what it earns for all of them. A requirement
 * that renews with another track speaks under one of the two at a time, and either may still be taken.
 */
export function trainingItem(
  progress: TrackProgress,
  histories: readonly Asking[],
  today: LocalDate,
  update: OwedUpdate | null = null,
): TrainingItem {
  const shared = {
    progress,
    update,
    next: update?.lesson ? updateStep(update.lesson) : nextStep(progress),
    attemptLimit: attemptLimitOn(histories, today),
    opensOn: quizzesOpenOn(histories, today),
  }
  const asking = histories
    .map((history) => {
      const answer = complianceStatus(history, today)
      return { answer, history, urgency: urgencyWith(update, answer, progress, today) }
    })
    .filter(({ urgency }) => urgency !== 'not-asked')
    .sort(byUrgency)
  const earning = asking.filter(({ history, answer }) => mayEarn(history, answer))
  const served = earning.map(({ history }) => history)
  const preview = served.length > 0 ? previewTogether(served, today) : null
  const pressing = asking.find(({ history, answer }) => speaksUnder(history, answer))
  if (!pressing) return { ...shared, urgency: 'not-asked', answer: null, preview }
  const { answer, urgency } = pressing
  return { ...shared, urgency, answer, preview }
}

function urgencyWith(
  update: OwedUpdate | null,
  answer: ComplianceAnswer,
  { hasBegun }: TrackProgress,
  today: LocalDate,
): Urgency {
  const isCurrent = answer.status === 'compliant' || answer.status === 'renewal-open'
  return update && isCurrent ? updateUrgency(update.by, today) : urgencyOf(answer, hasBegun, today)
}

const updateStep = ({ title, minutes }: { title: string; minutes: number }): UpdateStep => {
  return { kind: 'update', title, minutes }
}

/** With what it is called and whose it is. */
export type ListedTraining = TrainingItem & {
  readonly assignmentId: AssignmentId
  readonly title: string
  readonly summary: string
  /** The practice that asks for it, where that is not plain: among several, or a sample one. */
  readonly practiceName: string | null
}
