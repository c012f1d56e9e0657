import { assignTracks } from '#lib/data/assign-tracks'
import { inTransaction } from '#lib/data/database'
import { insertModuleVersion, insertTrackVersion } from '#lib/data/library'
import { enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import type { Instant } from '#lib/domain/calendar'
import type { AssignmentId, FormId, PracticeId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'
import type { FormMoment } from '#lib/domain/training/track-forms'
import { startForm } from '#lib/use-cases/forms/start-form'
import { submitFormAnswer } from '#lib/use-cases/forms/submit-form-answer'
import { viewForm } from '#lib/use-cases/forms/view-form'
import { viewFormOffer } from '#lib/use-cases/forms/view-form-offer'
import { viewFormResult } from '#lib/use-cases/forms/view-form-result'
import { learningIn } from '#tests/support/learning'
import { postAt } from '#tests/support/reading'
import { addMember, as, moduleVersion, noon, type World } from '#tests/support/world'

/** Of one version: which other option is right of an item, what is retired, and what hangs on a text told before it. */
type Corrected = {
  readonly right?: Readonly<Record<string, string>>
  readonly retired?: readonly string[]
  readonly told?: readonly string[]
}

function measuredVersion(version: number, { right = {}, retired = [], told = [] }: Corrected = {}) {
  const plain = moduleVersion('f1')
  const [lesson] = plain.lessons
  const [sample] = plain.items
  if (!lesson || !sample) throw new Error('a module has a lesson and an item')
  const items = Array.from({ length: 12 }, (_, index) => {
    const id = `f1-q${index + 1}`
    const objectiveId = index < 6 ? 'f1-o1' : 'f1-o2'
    const state = retired.includes(id) ? ('retired' as const) : ('ready' as const)
    const vignetteId = told.includes(id) ? 'v1' : null
    const own = { state, vignetteId, mustPass: index === 0, stem: `Question ${index + 1}` }
    return { ...sample, ...own, id, objectiveId }
  })
  const lessons = [1, 2].map((position) => {
    return { ...lesson, id: `f1-l${position}`, position, objectives: [`f1-o${position}`] }
  })
  const objectives = [1, 2].map((number) => ({ id: `f1-o${number}`, text: `Objective ${number}` }))
  const rationales = { a: 'Right.', b: 'Wrong.', c: 'Wrong.', d: 'Wrong.' }
  const keys = items.map(({ id: itemId }) => {
    return { itemId, correctOptionIds: [right[itemId] ?? 'a'], rationales }
  })
  const vignettes = told.length > 0 ? [{ id: 'v1', text: 'A patient is here.' }] : []
  const kept = { ...plain, version, vignettes, changeKind: version === 1 ? 'initial' : 'critical' }
  return { ...kept, contentHash: `hash-f1-${version}`, draw: 4, objectives, items, keys, lessons }
}

/**
 * The track "measured" of the module f1, whose lessons l1 and l2 teach an objective each: items 1 to 6 test the first, with
 * item 1 a must-pass one, and 7 to 12 the second. Option `a` is always right. Its quiz asks four.
 */
export async function publishMeasured({ owner }: World): Promise<void> {
  const forms = { before: ['f1-q2', 'f1-q7', 'f1-q8'], after: ['f1-q3', 'f1-q9', 'f1-q10'] }
  const words = {
    title: 'Measured',
    summary: 'A module.',
    changeKind: 'initial',
    contentHash: 'hash-measured',
  }
  await inTransaction(owner, async (tx) => {
    await insertModuleVersion(tx, measuredVersion(1), noon)
    await insertTrackVersion(tx, { id: 'measured', version: 1, modules: ['f1'], forms, ...words }, noon)
  })
}

/** A second version of its module, in which some keys are put right or some items retired. */
export async function publishMeasuredAgain({ owner }: World, corrected: Corrected): Promise<void> {
  await inTransaction(owner, (tx) => insertModuleVersion(tx, measuredVersion(2, corrected), noon))
}

/** What a learner does with the short forms, in one world. */
export function answeringIn(world: World) {
  /** A learner to whom the track is assigned, nothing of it begun. */
  async function learner(name: string, practiceId: PracticeId) {
    const actor = await addMember(world, { name, practiceId })
    const { staffMemberId } = postAt(actor)
    await inTransaction(world.db, async (tx) => {
      await enterPractice(tx, practiceId)
      await assignTracks(tx, practiceId, [{ staffMemberId, trackId: 'measured' }], noon)
    })
    const assignmentId = await learningIn(world).assigned(actor, 'Measured')
    return { actor, assignmentId, of: (moment: FormMoment) => ({ assignmentId, moment }) }
  }

  type Of = { readonly assignmentId: AssignmentId; readonly moment: FormMoment }
  const offer = (actor: Actor, of: Of, now: Instant = noon) =>
    as(world, actor, (context) => viewFormOffer(context, of), now)
  const start = (actor: Actor, of: Of, now: Instant = noon) =>
    as(world, actor, (context) => startForm(context, { ...of, isSkipped: false }), now)
  const skip = (actor: Actor, of: Of, now: Instant = noon) =>
    as(world, actor, (context) => startForm(context, { ...of, isSkipped: true }), now)
  const view = (actor: Actor, formId: FormId, language: Language = 'en') =>
    as(world, actor, (context) => viewForm(context, { formId }), noon, language)
  const result = (actor: Actor, formId: FormId) =>
    as(world, actor, (context) => viewFormResult(context, { formId }))

  async function begun(actor: Actor, of: Of): Promise<FormId> {
    const started = await start(actor, of)
    if (!started.ok || started.value.formId === null) throw new Error('a form is begun')
    return started.value.formId
  }

  async function itemOf(actor: Actor, formId: FormId): Promise<string> {
    const shown = await view(actor, formId)
    if (!shown.ok || shown.value.kind !== 'open') throw new Error('a question is open')
    return shown.value.question.itemId
  }

  /** The option for the question of that number, which asks that item or the one that is open; '?' where it is not known. */
  async function answer(actor: Actor, formId: FormId, number: number, option: string, itemId?: string) {
    const asked = itemId ?? (await itemOf(actor, formId))
    const isUnknown = option === '?'
    const answers = isUnknown ? {} : { [asked]: option === '' ? [] : [option] }
    return as(world, actor, (context) => submitFormAnswer(context, { formId, number, answers, isUnknown }))
  }

  /** Answers from the first question on, one option each. */
  async function answerAll(actor: Actor, formId: FormId, options: string) {
    for (const [index, option] of [...options].entries()) {
      const done = await answer(actor, formId, index + 1, option)
      if (!done.ok) throw new Error(done.refusal)
    }
  }

  return { learner, offer, start, skip, view, result, begun, answer, answerAll }
}
