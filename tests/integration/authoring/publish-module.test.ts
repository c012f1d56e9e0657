import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listTracks } from '#lib/data/requirement'
import type { Actor } from '#lib/domain/access/actor'
import type { ModuleVersionId, PracticeId } from '#lib/domain/ids'
import { moveDraft } from '#lib/use-cases/authoring/move-draft'
import { createRequirement } from '#lib/use-cases/practice/create-requirement'
import { recordReading } from '#lib/use-cases/training/record-reading'
import { viewLesson } from '#lib/use-cases/training/view-lesson'
import { auditEntries } from '#tests/support/audit-entries'
import { addSource, authoringIn, bank } from '#tests/support/authoring'
import { learningIn } from '#tests/support/learning'
import { yearly } from '#tests/support/managing'
import { postAt } from '#tests/support/reading'
import { addMember, addPractice, as, openWorld, type World } from '#tests/support/world'

let world: World
let deeds: ReturnType<typeof authoringIn>
let practiceId: PracticeId
let author: Actor
let reviewer: Actor
let manager: Actor
let foreign: Actor

const people = { can: ['train', 'author'] } as const
const chain = (actor: Actor) => deeds.within(actor, (tx) => auditEntries(tx, postAt(actor).practiceId))
const refused = (refusal: string) => ({ ok: false, refusal })

beforeAll(async () => {
  world = await openWorld()
  await addSource(world)
  deeds = authoringIn(world)
  practiceId = await addPractice(world, 'Alder Family Medicine')
  author = await addMember(world, { name: 'Ada Author', practiceId, ...people })
  reviewer = await addMember(world, { name: 'Rae Reviewer', practiceId, can: ['train', 'review'] })
  manager = await addMember(world, { name: 'Mara Manager', practiceId, can: ['train', 'manage'] })
  const there = await addPractice(world, 'Birch Women’s Health')
  foreign = await addMember(world, {
    name: 'Fay Foreign',
    practiceId: there,
    can: ['train', 'author', 'review', 'manage'],
  })
})
afterAll(() => world.end())

describe('a draft', () => {
  test('goes to review, is approved by somebody who wrote nothing of it, and is then published', async () => {
    const { draftId } = await deeds.begin(author)
    expect(await deeds.publish(author, draftId)).toEqual(refused('draft-moved'))
    expect(await deeds.move(author, draftId, 'sent-to-review')).toMatchObject({ ok: true })
    expect(await deeds.move(reviewer, draftId, 'approved')).toMatchObject({ ok: true })
    expect(await deeds.publish(author, draftId)).toEqual(refused('checks-block'))
    expect(await deeds.move(reviewer, draftId, 'changes-asked')).toEqual(refused('reason-missing'))
    expect(await deeds.move(reviewer, draftId, 'changes-asked', 'Write items.')).toMatchObject({ ok: true })
    await deeds.write(author, draftId, 'v1/quiz.yaml', bank())
    expect(await deeds.move(reviewer, draftId, 'approved')).toEqual(refused('draft-moved'))
    await deeds.move(author, draftId, 'sent-to-review')
    await deeds.move(reviewer, draftId, 'approved')
    expect(await deeds.publish(author, draftId, 'Read by two of us.')).toMatchObject({ ok: true })
    const { events } = await deeds.draft(author, draftId)
    expect(events.map(({ kind }) => kind)).toEqual([
      'sent-to-review',
      'approved',
      'changes-asked',
      'sent-to-review',
      'approved',
      'published',
    ])
    const kinds = (await chain(author)).map(({ event }) => event.kind)
    expect(kinds.slice(-3)).toEqual(['draft-moved', 'draft-moved', 'module-version-published'])
  })

  test('loses its approval by any later change, and none is given to a text that changed unseen', async () => {
    const { draftId } = await deeds.begin(author)
    const { filesHash } = await deeds.draft(author, draftId)
    await deeds.move(author, draftId, 'sent-to-review')
    await deeds.move(reviewer, draftId, 'approved')
    await deeds.write(author, draftId, 'v1/lessons/l1.mdx', '## Other\n\nOther words.\n')
    expect(await deeds.publish(author, draftId)).toEqual(refused('draft-moved'))
    const input = { practiceId, draftId, filesHash, reason: null }
    const unseen = await as(world, author, (context) =>
      moveDraft(context, { ...input, deed: 'sent-to-review' }),
    )
    expect(unseen).toEqual(refused('draft-changed'))
    expect(await deeds.publishText(author, input)).toEqual(refused('draft-changed'))
  })

  test('is not approved by its author while somebody else may, also where both may review', async () => {
    const both = await addMember(world, { name: 'Bo Both', practiceId, can: ['train', 'author', 'review'] })
    const { draftId } = await deeds.begin(both)
    await deeds.move(both, draftId, 'sent-to-review')
    expect(await deeds.move(both, draftId, 'approved', 'Mine.')).toEqual(refused('author-is-not-approver'))
    expect(await deeds.move(author, draftId, 'approved')).toEqual(refused('not-found'))
  })

  test('of the only person of a practice is approved by that person, with a reason that is kept', async () => {
    const alone = await addPractice(world, 'Solo Practice')
    const one = await addMember(world, {
      name: 'Sol Solo',
      practiceId: alone,
      can: ['train', 'author', 'review'],
    })
    const { draftId } = await deeds.begin(one)
    await deeds.move(one, draftId, 'sent-to-review')
    expect(await deeds.move(one, draftId, 'approved')).toEqual(refused('solo-reason-needed'))
    expect(await deeds.move(one, draftId, 'approved', 'Nobody else works here.')).toMatchObject({ ok: true })
    const last = (await chain(one)).at(-1)
    expect(last?.event).toMatchObject({ kind: 'draft-moved', deed: 'approved', isSolo: true })
  })

  test('is published once by two who do it at the same time', async () => {
    const { draftId } = await deeds.begin(author, 'Twice')
    await deeds.write(author, draftId, 'v1/quiz.yaml', bank())
    await deeds.move(author, draftId, 'sent-to-review')
    await deeds.move(reviewer, draftId, 'approved')
    const reason = 'Read by two of us.'
    const both = await Promise.all([
      deeds.publish(author, draftId, reason),
      deeds.publish(reviewer, draftId, reason),
    ])
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true])
  })
})

test('a practice’s own module beside one of the library is a track that its people complete, and nobody else sees it', async () => {
  const own = await deeds.published(author, reviewer, 'Closing time')
  const track = await deeds.track(author, [own.moduleId, 'm1'])
  if (!track.ok) throw new Error(track.refusal)
  const trackId = track.value.trackVersionId.replace('@1', '')
  const learner = await addMember(world, { name: 'Lena Learner', practiceId })
  const draft = { ...yearly, trackId }
  const asked = (who: Actor, of: PracticeId) =>
    as(world, who, (context) =>
      createRequirement(context, { practiceId: of, requirementId: randomUUID(), draft }),
    )
  expect(await asked(foreign, foreign.memberships[0]?.practiceId as PracticeId)).toMatchObject({ ok: false })
  expect(await asked(manager, practiceId)).toMatchObject({ ok: true })

  const learning = learningIn(world)
  const assignmentId = await learning.assigned(learner, 'Our own track')
  const place = { assignmentId, moduleId: own.moduleId }
  for (const lessonId of ['l1', 'l2', 'l3']) {
    const page = await as(world, learner, (context) => viewLesson(context, { ...place, lessonId }))
    if (!page.ok) throw new Error(page.refusal)
    const moduleVersionId = own.publishedVersionId as ModuleVersionId
    const reading = {
      ...place,
      lessonId,
      moduleVersionId,
      cycle: page.value.cycle,
      place: null,
      isFinished: true,
    }
    expect(await as(world, learner, (context) => recordReading(context, reading))).toMatchObject({ ok: true })
  }
  const sitting = await learning.opened(learner, assignmentId, own.moduleId)
  expect(await learning.handIn(learner, sitting, 'a')).toMatchObject({ ok: true })
  await learning.pass(learner, assignmentId, 'm1')
  const earned = await deeds.within(learner, (tx) =>
    tx.certificate.findMany({ where: { assignmentId }, select: { trackVersionId: true, modules: true } }),
  )
  expect(earned).toMatchObject([{ trackVersionId: track.value.trackVersionId }])
  expect(JSON.stringify(earned[0]?.modules)).toContain('Closing time')

  // The first wall: what another practice is offered. The second: what the database gives it, whatever is asked.
  const there = foreign.memberships[0]?.practiceId as PracticeId
  expect((await deeds.within(foreign, (tx) => listTracks(tx, there, 'en'))).map(({ id }) => id)).toEqual([
    'basics',
  ])
  expect(await deeds.within(foreign, (tx) => tx.trackVersion.count({ where: { trackId } }))).toBe(0)
  expect(
    await deeds.within(foreign, (tx) =>
      tx.lesson.count({ where: { moduleVersionId: own.publishedVersionId } }),
    ),
  ).toBe(0)
  expect(await deeds.track(foreign, [own.moduleId])).toEqual(refused('track-module-unknown'))
  const input = { practiceId, draftId: own.draftId, filesHash: 'a'.repeat(64) }
  expect(await deeds.publishText(foreign, input)).toEqual(refused('not-found'))
  const here = { ...input, practiceId: there }
  expect(await deeds.publishText(foreign, here)).toEqual(refused('not-found'))
})

describe('a track of a practice', () => {
  test('goes on in versions, each after the one that was seen; the same form twice is one version', async () => {
    const first = await deeds.track(author, ['m1'])
    if (!first.ok) throw new Error(first.refusal)
    const trackId = first.value.trackVersionId.replace('@1', '')
    expect(await deeds.track(author, ['m1'], { trackId })).toEqual(first)
    expect(await deeds.track(author, ['m2'], { trackId })).toEqual(refused('changed-meanwhile'))
    expect(await deeds.track(author, ['m2', 'm1'], { trackId, after: 1 })).toMatchObject({
      value: { trackVersionId: `${trackId}@2` },
    })
  })

  test('has a module at least, and no two in one place', async () => {
    expect(await deeds.track(author, [])).toEqual(refused('track-empty'))
    expect(await deeds.track(author, ['m9'])).toEqual(refused('track-module-unknown'))
    expect(await deeds.track(manager, ['m1'])).toEqual(refused('not-found'))
  })
})
