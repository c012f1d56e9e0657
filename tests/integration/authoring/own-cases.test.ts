import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseDraftPrompts } from '#lib/content/authoring/case-skeleton'
import { findDraftFile } from '#lib/data/draft'
import type { Actor } from '#lib/domain/access/actor'
import { ownKey } from '#lib/domain/authoring/own-key'
import type { PracticeId } from '#lib/domain/ids'
import { adaptCase } from '#lib/use-cases/authoring/adapt-case'
import { publishTrack } from '#lib/use-cases/authoring/publish-track'
import { viewAuthoring } from '#lib/use-cases/authoring/view-authoring'
import { gatesOfView, viewDraftChecks } from '#lib/use-cases/authoring/view-draft-checks'
import { viewCase } from '#lib/use-cases/cases/view-case'
import { viewDebrief } from '#lib/use-cases/cases/view-debrief'
import { createRequirement } from '#lib/use-cases/practice/create-requirement'
import { viewAssignment } from '#lib/use-cases/training/view-assignment'
import { authoringIn } from '#tests/support/authoring'
import { addCaseSource, beginOwnCase, writtenOut } from '#tests/support/authoring-cases'
import { learningIn } from '#tests/support/learning'
import { yearly } from '#tests/support/managing'
import { beginCase, playThrough, publishCases } from '#tests/support/playing'
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
  await addCaseSource(world)
  deeds = authoringIn(world)
  practiceId = await addPractice(world, 'Practice')
  author = await addMember(world, { name: 'Ana Author', practiceId, can: ['train', 'author'] })
  reviewer = await addMember(world, { name: 'Rita Reviewer', practiceId, can: ['train', 'review'] })
  manager = await addMember(world, { name: 'Mia Manager', practiceId, can: ['train', 'manage'] })
  foreign = await addMember(world, {
    name: 'Fay Foreign',
    practiceId: await addPractice(world, 'Elsewhere'),
    can: everything,
  })
})
afterAll(() => world.end())

const refused = (refusal: string) => ({ ok: false, refusal })
const encounterOf = (draftId: string) =>
  deeds.within(author, async (tx) => {
    const file = await findDraftFile(tx, practiceId, draftId, 'v1/encounter.yaml')
    return new TextDecoder().decode(file?.bytes)
  })
const checksOf = async (draftId: string) => {
  const view = await as(world, author, (context) => viewDraftChecks(context, { practiceId, draftId }))
  if (!view.ok) throw new Error(view.refusal)
  const gates = (await gatesOfView(view.value))?.gates ?? []
  return gates.flatMap(({ severity, findings }) => findings.map(({ message }) => ({ severity, message })))
}

/** A case of the practice's own that is written, approved and published. */
async function published() {
  const begun = await beginOwnCase(world, author, 'm1')
  await deeds.write(author, begun.draftId, 'v1/encounter.yaml', writtenOut(await encounterOf(begun.draftId)))
  await deeds.move(author, begun.draftId, 'sent-to-review')
  await deeds.move(reviewer, begun.draftId, 'approved')
  const done = await deeds.publish(author, begun.draftId, 'Read by two of us.')
  if (!done.ok) throw new Error(done.refusal)
  return begun
}

describe('a case that begins', () => {
  test('keeps every rule from the first moment, and is held back only by what is still to be written', async () => {
    const { draftId } = await beginOwnCase(world, author, 'm1')
    const findings = await checksOf(draftId)
    const blocking = findings.filter(({ severity }) => severity === 'blocking')
    expect(
      blocking.filter(({ message }) => !caseDraftPrompts.some((each) => message.includes(each))),
    ).toEqual([])
    expect(blocking.length).toBeGreaterThan(20)
    await deeds.write(author, draftId, 'v1/encounter.yaml', writtenOut(await encounterOf(draftId)))
    expect((await checksOf(draftId)).filter(({ severity }) => severity === 'blocking')).toEqual([])
  })

  test('is begun once by the same form, for what a module teaches, by an author alone', async () => {
    const { draftId } = await beginOwnCase(world, author, 'm1')
    const view = await as(world, author, (context) => viewAuthoring(context, { practiceId }))
    const line = view.ok && view.value.drafts.find((draft) => draft.draftId === draftId)
    expect(line).toMatchObject({ kind: 'case', title: 'The cut hand' })
    await expect(beginOwnCase(world, author, 'm9')).rejects.toThrow('case-module-unknown')
    await expect(beginOwnCase(world, reviewer, 'm1')).rejects.toThrow('not-found')
  })

  test('is a copy of a shipped one only where it is shipped, and for whoever writes', async () => {
    const input = { practiceId, caseVersionId: 'c9@1', draftId: randomUUID() }
    expect(await as(world, author, (context) => adaptCase(context, input))).toEqual(refused('not-found'))
    expect(await as(world, manager, (context) => adaptCase(context, input))).toEqual(refused('not-found'))
  })
})

/** A track whose modules, and whose cases, all have the first place. */
function inOnePlace(modules: readonly string[], cases: readonly string[]) {
  const first = (ids: readonly string[]) => ids.map((id) => ({ id, place: 1 }))
  const words = { trackId: ownKey(randomUUID()), after: 0, title: 'Ours', summary: 'Ours.' }
  const parts = { modules: first(modules), cases: first(cases) }
  return as(world, author, (context) => publishTrack(context, { practiceId, ...words, ...parts }))
}

test('an own case in an own track is played to its end and earns the certificate, and another practice sees nothing', async () => {
  const { draftId, caseId } = await published()
  expect(await deeds.track(author, ['m1'], { cases: ['c9'] })).toEqual(refused('track-case-unknown'))
  expect(await inOnePlace(['m1'], [caseId, 'c1'])).toEqual(refused('track-places-repeat'))
  const track = await deeds.track(author, ['m1'], { cases: [caseId, 'c1'] })
  if (!track.ok) throw new Error(track.refusal)
  const draft = { ...yearly, trackId: track.value.trackVersionId.replace('@1', '') }
  const learner = await addMember(world, { name: 'Lena Learner', practiceId })
  const asked = await as(world, manager, (context) =>
    createRequirement(context, { practiceId, requirementId: randomUUID(), draft }),
  )
  expect(asked).toMatchObject({ ok: true })

  const learning = learningIn(world)
  const assignmentId = await learning.assigned(learner, 'Our own track')
  const listed = await as(world, learner, (context) => viewAssignment(context, { assignmentId }))
  expect(listed.ok && listed.value.progress.cases.map(({ outline }) => outline.id)).toEqual([
    `${caseId}@1`,
    'c1@1',
  ])
  await learning.pass(learner, assignmentId, 'm1')
  await playThrough(world, learner, await beginCase(world, learner, assignmentId, 'c1'), 'aa')
  const place = { assignmentId, caseId }
  const shown = await as(world, learner, (context) => viewCase(context, place))
  expect(shown).toMatchObject({ value: { title: 'The cut hand', opening: { patient: { name: 'Ola' } } } })
  const playId = await beginCase(world, learner, assignmentId, caseId)
  // A poor choice first, then the way back.
  await playThrough(world, learner, playId, 'caa')
  const debrief = await as(world, learner, (context) => viewDebrief(context, { playId }))
  expect(debrief).toMatchObject({ value: { title: 'The cut hand', ending: { id: 'e01' } } })
  const earned = await deeds.within(learner, (tx) => tx.certificate.findMany({ where: { assignmentId } }))
  expect(earned).toMatchObject([{ trackVersionId: track.value.trackVersionId }])
  expect(JSON.stringify(earned[0]?.cases)).toContain(`${caseId}@1`)

  const count = (actor: Actor) =>
    deeds.within(actor, async (tx) => [
      await tx.caseVersion.count({ where: { caseId } }),
      await tx.caseKey.count({ where: { caseVersionId: `${caseId}@1` } }),
      await tx.draft.count({ where: { id: draftId } }),
    ])
  expect(await count(author)).toEqual([1, 1, 1])
  expect(await count(foreign)).toEqual([0, 0, 0])
  expect(await deeds.track(foreign, ['m1'], { cases: [caseId] })).toEqual(refused('track-case-unknown'))
  const input = { practiceId, draftId, filesHash: 'a'.repeat(64) }
  expect(await deeds.publishText(foreign, input)).toEqual(refused('not-found'))
  expect(await as(world, foreign, (context) => viewCase(context, place))).toEqual(refused('not-found'))
})

test('a retired case is offered to no further track, and stays in the one that has it', async () => {
  const { draftId, caseId } = await published()
  const track = await deeds.track(author, ['m1'], { cases: [caseId] })
  if (!track.ok) throw new Error(track.refusal)
  expect(await deeds.move(author, draftId, 'retired')).toMatchObject({ ok: true })
  expect(await deeds.track(author, ['m1'], { cases: [caseId] })).toEqual(refused('track-case-unknown'))
  const trackId = track.value.trackVersionId.replace('@1', '')
  expect(await deeds.track(author, ['m1'], { trackId, after: 1, cases: [caseId] })).toMatchObject({
    ok: true,
  })
})
