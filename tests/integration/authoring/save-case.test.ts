import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '#lib/context'
import { findDraftFile } from '#lib/data/draft'
import type { Actor } from '#lib/domain/access/actor'
import { emptyChoice, movedChoice, type NodeForm } from '#lib/domain/authoring/case-form'
import type { PracticeId } from '#lib/domain/ids'
import type { Result } from '#lib/domain/result'
import {
  addCaseNode,
  moveCaseNode,
  removeCaseNode,
  saveCaseAbout,
  saveCaseDebrief,
  saveCaseNode,
  saveCaseOpening,
  saveCaseRemarks,
} from '#lib/use-cases/authoring/save-case'
import { viewCaseDraft } from '#lib/use-cases/authoring/view-case-draft'
import { viewCaseTrial } from '#lib/use-cases/authoring/view-case-trial'
import { authoringIn } from '#tests/support/authoring'
import { addCaseReferences, beginOwnCase, opening, writtenOut } from '#tests/support/authoring-cases'
import { publishCases } from '#tests/support/playing'
import { addMember, addPractice, as, everything, openWorld, type World } from '#tests/support/world'

let world: World
let practiceId: PracticeId
let author: Actor
let reviewer: Actor
let manager: Actor
let foreign: Actor
let deeds: ReturnType<typeof authoringIn>
beforeAll(async () => {
  world = await openWorld()
  await publishCases(world)
  await addCaseReferences(world)
  deeds = authoringIn(world)
  practiceId = await addPractice(world, 'Practice')
  author = await addMember(world, { name: 'Ana Author', practiceId, can: ['train', 'author'] })
  reviewer = await addMember(world, { name: 'Rita Reviewer', practiceId, can: ['train', 'review'] })
  manager = await addMember(world, { name: 'Mia Manager', practiceId, can: ['train', 'manage'] })
  const elsewhere = await addPractice(world, 'Elsewhere')
  foreign = await addMember(world, { name: 'Fay Foreign', practiceId: elsewhere, can: everything })
})
afterAll(() => world.end())

const refused = (refusal: string) => ({ ok: false, refusal })
function done<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}

async function viewOf(draftId: string) {
  const view = done(await as(world, author, (context) => viewCaseDraft(context, { practiceId, draftId })))
  if (!view.draft) throw new Error('the draft can be read')
  return { ...view, draft: view.draft }
}
async function sceneOf(draftId: string, id: string) {
  const node = (await viewOf(draftId)).draft.nodes.find((each) => each.id === id)
  if (!node) throw new Error('the scene is there')
  return node
}
async function decisionOf(draftId: string, id: string) {
  const { form, mark } = await sceneOf(draftId, id)
  if (form.kind !== 'decision') throw new Error('it is a decision')
  return { form, mark }
}
const save = (draftId: string, nodeId: string, mark: string, form: NodeForm, actor = author) =>
  as(world, actor, (context) => saveCaseNode(context, { practiceId, draftId, nodeId, mark, form }))
const trialOf = (draftId: string, from: string, way: string, actor = author) =>
  as(world, actor, (context) => viewCaseTrial(context, { practiceId, draftId, from, way }))

test('a case is written by its forms alone until nothing is left to mend, and what each says stands in the draft', async () => {
  const { draftId } = await beginOwnCase(world, author, 'm1')
  const place = { practiceId, draftId }
  for (const { id } of (await viewOf(draftId)).draft.nodes) {
    const { form, mark } = await sceneOf(draftId, id)
    const text = (part: string) => `The nurse writes ${part} of ${id}.`
    const written =
      form.kind === 'ending'
        ? { ...form, scene: text('the scene'), lesson: text('the lesson') }
        : {
            ...form,
            scene: text('the scene'),
            choices: form.choices.map((choice) => ({
              ...choice,
              text: text(choice.id),
              consequence: text(`what follows ${choice.id}`),
              feedback: text(`why ${choice.id}`),
            })),
          }
    done(await save(draftId, id, mark, written))
  }
  const { draft, about, remarks } = await viewOf(draftId)
  const debrief = { ...draft.debrief, safety: { ...draft.debrief.safety, strong: 'You looked twice.' } }
  const facts = { mark: about.mark, title: 'The deep cut', summary: 'A cut.', minutes: 7, moduleId: '' }
  const said = { mark: remarks.mark, contacts: ['emergency'], reviewNote: 'Read by the two of us.' }
  const known = { ...opening, known: ['She came alone.'] }
  const deed = (run: (context: Context) => ReturnType<typeof saveCaseDebrief>) => as(world, author, run)
  const mark = draft.debriefMark
  done(await deed((context) => saveCaseDebrief(context, { ...place, mark, debrief })))
  done(await deed((context) => saveCaseAbout(context, { ...place, ...facts })))
  done(await deed((context) => saveCaseRemarks(context, { ...place, ...said })))
  const begin = { ...place, mark: draft.openingMark, opening: known }
  done(await deed((context) => saveCaseOpening(context, begin)))
  const after = await viewOf(draftId)
  expect(after.findings).toEqual([])
  expect(after).toMatchObject({ title: 'The deep cut', remarks: { contacts: ['emergency'] } })
  expect(after.draft).toMatchObject({ debrief, opening: { known: ['She came alone.'] } })
})

describe('a scene', () => {
  test('shows its choices in the order in which they were put, with all that each says, and the learner too', async () => {
    const { draftId } = await beginOwnCase(world, author, 'm1')
    const { form, mark } = await decisionOf(draftId, 'n01')
    const choices = movedChoice(movedChoice(form.choices, 'c', 'up'), 'c', 'up')
    done(await save(draftId, 'n01', mark, { ...form, choices }))
    expect((await decisionOf(draftId, 'n01')).form.choices).toEqual(choices)
    expect(choices.map(({ id }) => id)).toEqual(['c', 'a', 'b'])
    const trial = done(await trialOf(draftId, 'n01', '')).trial
    expect(trial?.place).toMatchObject({ scene: { options: [{ id: 'c' }, { id: 'a' }, { id: 'b' }] } })
  })

  test('is added, moved and removed, and one that somebody changed meanwhile is not written over', async () => {
    const { draftId } = await beginOwnCase(world, author, 'm1')
    const place = { practiceId, draftId }
    const { form, mark } = await decisionOf(draftId, 'n02')
    const choice = { ...emptyChoice('a'), text: 'Go on', next: 'new-ending' }
    const added = await as(world, author, (context) =>
      addCaseNode(context, { ...place, form: { ...form, choices: [choice] } }),
    )
    expect(done(added).id).toBe('n05')
    done(await save(draftId, 'n02', mark, { ...form, scene: 'Theirs' }))
    expect(await save(draftId, 'n02', mark, { ...form, scene: 'Mine' })).toEqual(
      refused('case-changed-elsewhere'),
    )
    const deed = { ...place, nodeId: 'n05' }
    const now = (await sceneOf(draftId, 'n05')).mark
    done(await as(world, author, (context) => moveCaseNode(context, { ...deed, move: 'up' })))
    done(await as(world, author, (context) => removeCaseNode(context, { ...deed, mark: now })))
    const { draft } = await viewOf(draftId)
    expect(draft.nodes.map(({ id }) => id)).toEqual(['n01', 'n02', 'n03', 'n04', 'e01', 'e02', 'e03'])
    expect(draft.nodes[1]?.form.scene).toBe('Theirs')
  })
})

test('what does not exist, what no case may say, and who may not write is refused', async () => {
  const { draftId } = await beginOwnCase(world, author, 'm1')
  const place = { practiceId, draftId }
  const { form, mark } = await decisionOf(draftId, 'n01')
  const { draft, remarks } = await viewOf(draftId)
  const debrief = { ...draft.debrief, choice: { ...draft.debrief.choice, source: 'nothing' } }
  const sayDebrief = (actor: Actor, said = draft.debrief, seen = draft.debriefMark) =>
    as(world, actor, (context) => saveCaseDebrief(context, { ...place, mark: seen, debrief: said }))
  const sayRemarks = (contacts: readonly string[], reviewNote: string, actor = author) =>
    as(world, actor, (context) =>
      saveCaseRemarks(context, { ...place, mark: remarks.mark, contacts, reviewNote }),
    )
  expect(await save(draftId, 'n01', mark, { ...form, sources: ['nothing'] })).toEqual(
    refused('case-source-unknown'),
  )
  expect(await save(draftId, 'n01', mark, { ...form, scene: 'Call 573-555-0142.' })).toEqual(
    refused('case-words-phone'),
  )
  expect(await sayDebrief(author, debrief)).toEqual(refused('case-source-unknown'))
  expect(await sayRemarks(['nobody'], 'Read.')).toEqual(refused('case-contact-unknown'))
  expect(await sayRemarks([], 'Call 573-555-0142.')).toEqual(refused('case-words-phone'))
  const changed = { ...draft.debrief, privacy: { strong: 'Yes.', weak: 'No.', source: '' } }
  expect(await sayDebrief(author, changed, 'an older text')).toEqual(refused('case-changed-elsewhere'))
  for (const actor of [reviewer, manager, foreign]) {
    expect(await save(draftId, 'n01', mark, form, actor)).toEqual(refused('not-found'))
    expect(await sayDebrief(actor)).toEqual(refused('not-found'))
    expect(await sayRemarks([], 'Read.', actor)).toEqual(refused('not-found'))
  }
  const after = await viewOf(draftId)
  expect(after.draft).toEqual(draft)
  expect(after.remarks).toEqual(remarks)
})

test('an unfinished draft is played from any scene by who writes or reviews it, and nothing of it is kept', async () => {
  const { draftId } = await beginOwnCase(world, author, 'm1')
  const removed = await sceneOf(draftId, 'n03')
  const taken = { practiceId, draftId, nodeId: 'n03', mark: removed.mark }
  done(await as(world, author, (context) => removeCaseNode(context, taken)))
  for (const actor of [author, reviewer]) {
    const nowhere = done(await trialOf(draftId, '', 'a', actor))
    expect(nowhere).toMatchObject({ trial: { way: 'a', place: { kind: 'nowhere' } }, references: null })
    const end = done(await trialOf(draftId, 'n04', 'b', actor))
    expect(end).toMatchObject({
      trial: { from: 'n04', place: { kind: 'ending' } },
      isEditable: actor === author,
    })
    expect(end.references?.sources.map(({ id }) => id)).toEqual(['clinical-consensus'])
  }
  for (const actor of [manager, foreign])
    expect(await trialOf(draftId, '', '', actor)).toEqual(refused('not-found'))
  const kept = await deeds.within(author, async (tx) => [
    await tx.casePlay.count(),
    await tx.caseChoice.count(),
  ])
  expect(kept).toEqual([0, 0])
})

test('a published case is changed no more, and is still played', async () => {
  const { draftId } = await beginOwnCase(world, author, 'm1')
  const { form, mark } = await decisionOf(draftId, 'n01')
  const { remarks } = await viewOf(draftId)
  const file = await deeds.within(author, (tx) => findDraftFile(tx, practiceId, draftId, 'v1/encounter.yaml'))
  const text = writtenOut(new TextDecoder().decode(file?.bytes))
  await deeds.write(author, draftId, 'v1/encounter.yaml', text)
  await deeds.move(author, draftId, 'sent-to-review')
  await deeds.move(reviewer, draftId, 'approved')
  done(await deeds.publish(author, draftId, 'Read by two of us.'))
  expect(await save(draftId, 'n01', mark, form)).toEqual(refused('draft-published'))
  const said = { practiceId, draftId, mark: remarks.mark, contacts: [], reviewNote: 'Read.' }
  expect(await as(world, author, (context) => saveCaseRemarks(context, said))).toEqual(
    refused('draft-published'),
  )
  expect(done(await trialOf(draftId, '', 'aa')).trial).toMatchObject({ place: { kind: 'ending' } })
})
