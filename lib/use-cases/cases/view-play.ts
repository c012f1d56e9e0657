import type { Context } from '#lib/context'
import { findPlay } from '#lib/data/case-play'
import { findCaseText } from '#lib/data/case-text'
import { findCaseForScoring } from '#lib/data/find-case-for-scoring'
import { sittingState } from '#lib/data/turn'
import { postsOf } from '#lib/domain/access/actor'
import type { CaseOpening, DecisionScene } from '#lib/domain/curriculum/case'
import { debriefedSteps, type Happened, lastHappened } from '#lib/domain/curriculum/debriefed-steps'
import { decisionsLeft } from '#lib/domain/curriculum/score-case'
import type { AssignmentId, PlayId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'
import type { Language } from '#lib/domain/language'
import { ok, type Result, refuse } from '#lib/domain/result'

export type OpenPlay = {
  readonly kind: 'open'
  readonly assignmentId: AssignmentId
  readonly title: string
  /** Of every word of the case. */
  readonly language: Language
  readonly opening: CaseOpening
  readonly isPractice: boolean
  /** From 1: the choice to be made now. */
  readonly step: number
  /** How many choices it will be, if all goes well from here. */
  readonly about: number
  /** Null at the first scene. */
  readonly happened: Happened | null
  readonly scene: DecisionScene
}

export type PlayView =
  | OpenPlay
  /** It came to an end; its debrief stands at its own address. */
  | { readonly kind: 'ended' }
  /** Its turn ended before it did: the case is asked anew. */
  | { readonly kind: 'over'; readonly assignmentId: AssignmentId; readonly caseId: string }

/** A play of the actor's own at the very scene where it stands, on whatever device. Nothing is written by looking. */
export async function viewPlay(
  context: Context,
  input: { playId: PlayId },
): Promise<Result<PlayView, 'not-found'>> {
  const { tx, actor, language } = context
  const play = await findPlay(tx, postsOf(actor), input.playId)
  if (!play) return refuse('not-found')
  const { assignmentId, caseId, choices, number } = play
  if (choices.at(-1)?.isLast) return ok({ kind: 'ended' })
  const isOver = number === 1 && (await sittingState(context, play)).kind === 'turn-over'
  if (isOver) return ok({ kind: 'over', assignmentId, caseId })
  const text = await findCaseText(tx, play.caseVersionId, language)
  const key = await findCaseForScoring(tx, play.caseVersionId, language)
  const nodeId = choices.at(-1)?.nextNodeId ?? key.graph.start
  const scene = text.scenes.find(({ id }) => id === nodeId)
  invariant(scene?.kind === 'decision', 'a play that did not end stands before a decision')
  return ok({
    kind: 'open',
    assignmentId,
    title: text.title,
    language: text.language,
    opening: text.opening,
    isPractice: number > 1,
    step: choices.length + 1,
    about: choices.length + decisionsLeft(key.graph, nodeId),
    happened: lastHappened(debriefedSteps({ ...key, scenes: text.scenes }, choices.slice(-1))),
    scene,
  })
}
