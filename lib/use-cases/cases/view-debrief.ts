import type { Context } from '#lib/context'
import { findPlay, type StoredPlay } from '#lib/data/case-play'
import {
  findCaseRegisters,
  findCaseText,
  listTeachingLessons,
  type StoredCaseText,
  type TeachingLesson,
} from '#lib/data/case-text'
import { type CaseForScoring, findCaseForScoring } from '#lib/data/find-case-for-scoring'
import { findFormAfter } from '#lib/data/form-offer'
import { listLocalContacts } from '#lib/data/local-contact'
import { findTurnRecord } from '#lib/data/turn'
import { postsOf } from '#lib/domain/access/actor'
import type { CaseScene } from '#lib/domain/curriculum/case'
import type { Judgment } from '#lib/domain/curriculum/case-graph'
import { type ShownContact, withLocalContacts } from '#lib/domain/curriculum/local-contacts'
import { contactIn, type ShownSource, sourceIn } from '#lib/domain/curriculum/register-words'
import { reviewedSteps, type SkillResult, scoreCase } from '#lib/domain/curriculum/score-case'
import type { AssignmentId, PlayId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'
import type { Language } from '#lib/domain/language'
import { ok, type Result, refuse } from '#lib/domain/result'
import type { FormOffer } from '#lib/domain/training/track-forms'
import { versionsInUse } from '#lib/domain/training/track-progress'

type Way = { readonly text: string; readonly feedback: string }

export type DebriefedStep = {
  /** One that is hard to read is recalled by its gentle text. */
  readonly scene: string
  readonly question: string
  readonly chosen: Way
  readonly consequence: string
  readonly judgment: Judgment
  readonly endangers: boolean
  /** What one could have done as well, or instead. */
  readonly others: readonly Way[]
}

export type Debrief = {
  readonly playId: PlayId
  readonly assignmentId: AssignmentId
  readonly title: string
  /** Of every word of the case. */
  readonly language: Language
  readonly isPractice: boolean
  /** What followed from the last choice, how it ended, and what that shows. */
  readonly happened: Pick<DebriefedStep, 'consequence' | 'endangers'> & {
    readonly chosen: string
    readonly feedback: string
  }
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
  const steps = debriefedSteps(play, text, key)
  const last = steps.at(-1)
  const ending = text.scenes.find(({ id }) => id === score.endingId)
  invariant(last && ending, 'a play that ended has a last choice and an ending')
  const { debrief, lessons } = key.words
  return ok({
    playId: play.id,
    assignmentId: play.assignmentId,
    title: text.title,
    language: text.language,
    isPractice: play.number > 1,
    happened: { ...last, chosen: last.chosen.text, feedback: last.chosen.feedback },
    ending,
    lesson: lessons[score.endingId] ?? '',
    skills: score.skills.map((result) => ({
      ...result,
      words: debrief[result.skill][result.level === 'strong' ? 'strong' : 'weak'],
    })),
    steps,
    lessons: await lessonsFor(context, play, text),
    ...(await registersFor(context, play, text, key)),
    certificateId: play.certificateId,
    form: play.certificateId ? await findFormAfter(context, play.assignmentId) : null,
  })
}

function debriefedSteps(
  { choices }: StoredPlay,
  { scenes }: StoredCaseText,
  { graph, words }: CaseForScoring,
): readonly DebriefedStep[] {
  return reviewedSteps(graph, choices).map(({ nodeId, optionId, judgment, endangers, otherGood }) => {
    const scene = scenes.find(({ id }) => id === nodeId)
    const said = words.options[nodeId]
    invariant(scene?.kind === 'decision' && said, 'a choice was made at a decision that has its words')
    const wayOf = (id: string): Way => ({
      text: scene.options.find((option) => option.id === id)?.text ?? '',
      feedback: said[id]?.feedback ?? '',
    })
    return {
      scene: scene.contentNote?.gentle ?? scene.scene,
      question: scene.question,
      chosen: wayOf(optionId),
      consequence: said[optionId]?.consequence ?? '',
      judgment,
      endangers,
      others: otherGood.map(wayOf),
    }
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

async function registersFor(
  { tx, language }: Context,
  { practiceId }: StoredPlay,
  text: StoredCaseText,
  { words }: CaseForScoring,
): Promise<Pick<Debrief, 'contacts' | 'sources'>> {
  const cited = [...new Set(Object.values(words.debrief).flatMap(({ sources }) => sources))]
  const { contacts, sources } = await findCaseRegisters(tx, text.contacts, cited)
  const shown = contacts.map((contact) => contactIn(contact, language))
  return {
    contacts: withLocalContacts(shown, await listLocalContacts(tx, [practiceId])),
    sources: sources.map((source) => sourceIn(source, language)),
  }
}
