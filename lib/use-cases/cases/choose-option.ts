import { chainEntries } from '#lib/audit/chain-entries'
import { sealedCertificate } from '#lib/audit/sealed-certificate'
import type { Context } from '#lib/context'
import { appendAudit } from '#lib/data/audit'
import { findPlay, insertChoice, type NewChoice, type StoredPlay } from '#lib/data/case-play'
import { findCaseText } from '#lib/data/case-text'
import { findCaseForScoring } from '#lib/data/find-case-for-scoring'
import { recordCompletion } from '#lib/data/record-completion'
import { lockAssignment } from '#lib/data/submission'
import { sittingState } from '#lib/data/turn'
import { postsOf } from '#lib/domain/access/actor'
import type { AuditEvent } from '#lib/domain/audit/audit-event'
import { localDateAt } from '#lib/domain/calendar'
import type { CaseGraph } from '#lib/domain/curriculum/case-graph'
import { findOption, nodeOf } from '#lib/domain/curriculum/score-case'
import type { PlayId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import { ok, type Result, refuse } from '#lib/domain/result'
import { postOfRow } from '#lib/domain/training/place-of-work'

export type ChooseOptionRefusal =
  | 'not-found'
  | 'option-foreign'
  | 'chosen-otherwise'
  | 'turn-over'
  | 'not-open-yet'

type Input = {
  readonly playId: PlayId
  /** The step that the page showed, from 1. */
  readonly step: number
  readonly optionId: string
}
type Chosen = { readonly playId: PlayId; readonly isOver: boolean }

/**
 * Makes one choice in a case. Said again it is answered as the first time, and another choice at the same step is refused:
 * what was chosen stands. With the last choice of the play that counts, the case is completed, and with the track's last
 * part certificate, next cycle, evidence and audit entries commit with it.
 */
export async function chooseOption(
  context: Context,
  input: Input,
): Promise<Result<Chosen, ChooseOptionRefusal>> {
  const { tx, actor, now, language } = context
  const find = () => findPlay(tx, postsOf(actor), input.playId)
  const play = await find()
  if (!play) return refuse('not-found')
  if (play.choices[input.step - 1]) return repeated(play, input)
  const { graph } = await findCaseForScoring(tx, play.caseVersionId, language)
  const next = nextChoice(graph, play, input)
  if (!next.ok) return next
  const isLastThatCounts = next.value.isLast && play.number === 1
  if (isLastThatCounts) await lockAssignment(tx, play.assignmentId)
  const refusal = await turnRefusal(context, play, isLastThatCounts)
  if (refusal) return refuse(refusal)
  const text = await findCaseText(tx, play.caseVersionId, language)
  const choice = { ...next.value, language: text.language }
  if (!(await insertChoice(tx, actor.personId, play, choice, now))) {
    const since = await find()
    return since ? repeated(since, input) : refuse('not-found')
  }
  if (isLastThatCounts) await recordEnd(context, play, text)
  return ok({ playId: play.id, isOver: choice.isLast })
}

/** A play that counts goes on in its own turn only, and ends only where its end counts. */
async function turnRefusal(context: Context, play: StoredPlay, isLast: boolean) {
  if (play.number > 1) return undefined
  const { kind } = await sittingState(context, play)
  if (kind === 'turn-over') return 'turn-over' as const
  return kind === 'too-early' && isLast ? ('not-open-yet' as const) : undefined
}

/** The step was taken, or its turn ended: the same choice again is answered as the first time. */
function repeated({ id: playId, choices }: StoredPlay, { step, optionId }: Input) {
  const made = choices[step - 1]
  if (!made) return refuse('turn-over')
  return made.optionId === optionId ? ok({ playId, isOver: made.isLast }) : refuse('chosen-otherwise')
}

function nextChoice(
  graph: CaseGraph,
  { choices }: StoredPlay,
  { step, optionId }: Input,
): Result<Omit<NewChoice, 'language'>, ChooseOptionRefusal> {
  const decision = nodeOf(graph, choices.at(-1)?.nextNodeId ?? graph.start)
  // Nobody was shown a step that is still to come, nor one after the end.
  if (step !== choices.length + 1 || decision.kind === 'ending') return refuse('not-found')
  const option = findOption(decision, optionId)
  if (!option) return refuse('option-foreign')
  const isLast = nodeOf(graph, option.next).kind === 'ending'
  return ok({ step, nodeId: decision.id, optionId, nextNodeId: option.next, isLast })
}

type Played = { readonly version: number; readonly language: Language }

/** The case is completed, to whichever end: no choice is too poor to have learnt from it. */
async function recordEnd(
  { tx, actor, now, settings }: Context,
  play: StoredPlay,
  { version, language }: Played,
): Promise<void> {
  const { personId: actorPersonId } = actor
  const { practiceId, staffMemberId, caseVersionId } = play
  const { timeZone, practiceName, role, name: printedName } = postOfRow(actor, play)
  const part = { kind: 'case', part: play.caseId, versionId: caseVersionId, version, language } as const
  const earning = await recordCompletion(
    tx,
    { ...play, ...part },
    {
      actorPersonId,
      holder: { personId: actorPersonId, printedName, practiceName, role },
      timeZone,
      completedOn: localDateAt(now, timeZone),
      now,
      seal: (document) => sealedCertificate(document, settings.certificateKeyFile),
    },
  )
  const events: AuditEvent[] = [{ kind: 'case-completed', staffMemberId, caseVersionId }, ...earning]
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId, recordedAt: now }, events))
}
