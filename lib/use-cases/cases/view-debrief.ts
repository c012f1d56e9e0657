import type { Context } from '#lib/context'
import { findPlay, type StoredPlay } from '#lib/data/case-play'
import {
  findCaseReferences,
  findCaseText,
  listTeachingLessons,
  type StoredCaseText,
  type TeachingLesson,
} from '#lib/data/case-text'
import { type CaseForScoring, findCaseForScoring } from '#lib/data/find-case-for-scoring'
import { findFormAfter } from '#lib/data/form-offer'
import { findTurnRecord } from '#lib/data/turn'
import { postsOf } from '#lib/domain/access/actor'
import type { CaseScene } from '#lib/domain/curriculum/case'
import {
  type DebriefedStep,
  debriefedSteps,
  type Happened,
  lastHappened,
} from '#lib/domain/curriculum/debriefed-steps'
import type { ShownContact } from '#lib/domain/curriculum/local-contacts'
import type { ShownSource } from '#lib/domain/curriculum/register-words'
import { type SkillResult, scoreCase } from '#lib/domain/curriculum/score-case'
import type { AssignmentId, PlayId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'
import type { Language } from '#lib/domain/language'
import { ok, type Result, refuse } from '#lib/domain/result'
import type { FormOffer } from '#lib/domain/training/track-forms'
import { versionsInUse } from '#lib/domain/training/track-progress'

export type Debrief = {
  readonly playId: PlayId
  readonly assignmentId: AssignmentId
  readonly title: string
  /** Of every word of the case. */
  readonly language: Language
  readonly isPractice: boolean
  /** What followed from the last choice, how it ended, and what that shows. */
  readonly happened: Happened
  readonly ending: CaseScene
  readonly lesson: string
  readonly skills: readonly (SkillResult & { readonly words: string })[]
  readonly steps: readonly DebriefedStep[]
  readonly lessons: readonly TeachingLesson[]
  readonly contacts: readonly ShownContact[]
  readonly sources: readonly ShownSource[]
  readonly certificateId: string | null
  /** The short form after the training, where this closed it. */
  readonly form: FormOffer | null
}

/** What a play to the end showed, for its player alone. `not-found` also where it did not end yet. */
export async function viewDebrief(
  context: Context,
  input: { playId: PlayId },
): Promise<Result<Debrief, 'not-found'>> {
  const { tx, actor, language } = context
  const play = await findPlay(tx, postsOf(actor), input.playId)
  if (!play?.choices.at(-1)?.isLast) return refuse('not-found')
  const text = await findCaseText(tx, play.caseVersionId, language)
  const key = await findCaseForScoring(tx, play.caseVersionId, language)
  const score = scoreCase(key.graph, play.choices)
  const steps = debriefedSteps({ ...key, scenes: text.scenes }, play.choices)
  const happened = lastHappened(steps)
  const ending = text.scenes.find(({ id }) => id === score.endingId)
  invariant(happened && ending, 'a play that ended has a last choice and an ending')
  const { debrief, lessons } = key.words
  return ok({
    playId: play.id,
    assignmentId: play.assignmentId,
    title: text.title,
    language: text.language,
    isPractice: play.number > 1,
    happened,
    ending,
    lesson: lessons[score.endingId] ?? '',
    skills: score.skills.map((result) => ({
      ...result,
      words: debrief[result.skill][result.level === 'strong' ? 'strong' : 'weak'],
    })),
    steps,
    lessons: await lessonsFor(context, play, text),
    ...(await referencesFor(context, play, text, key)),
    certificateId: play.certificateId,
    form: play.certificateId ? await findFormAfter(context, play.assignmentId) : null,
  })
}

/** Of the modules as the track asks for them now. */
async function lessonsFor(
  context: Context,
  { assignmentId }: StoredPlay,
  { objectives }: StoredCaseText,
): Promise<readonly TeachingLesson[]> {
  const { tx, language } = context
  const record = await findTurnRecord(context, assignmentId)
  return record ? listTeachingLessons(tx, versionsInUse(record), objectives, language) : []
}

/** What stands in the registers of everything that the debrief names. */
async function referencesFor(
  { tx, language }: Context,
  { practiceId }: StoredPlay,
  { contacts: contactIds }: StoredCaseText,
  { words }: CaseForScoring,
): Promise<Pick<Debrief, 'contacts' | 'sources'>> {
  const sourceIds = [...new Set(Object.values(words.debrief).flatMap(({ sources }) => sources))]
  return await findCaseReferences(tx, practiceId, { contactIds, sourceIds, language })
}
