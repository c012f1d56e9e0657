import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertAuthored, insertDraft, insertDraftEvent } from '#lib/data/authored'
import { listDraftFiles, listDraftRevisions } from '#lib/data/draft'
import type { Actor } from '#lib/domain/access/actor'
import { draftState } from '#lib/domain/authoring/draft-state'
import { ownKey } from '#lib/domain/authoring/own-key'
import type { ChosenKind } from '#lib/domain/curriculum/module'
import type { PracticeId } from '#lib/domain/ids'
import { beginNextVersion } from '#lib/use-cases/authoring/begin-next-version'
import { changeVersionKind } from '#lib/use-cases/authoring/change-version-kind'
import { viewAuthoring } from '#lib/use-cases/authoring/view-authoring'
import { viewVersions } from '#lib/use-cases/authoring/view-versions'
import { auditEntries } from '#tests/support/audit-entries'
import { addSource, authoringIn, bank } from '#tests/support/authoring'
import { postAt } from '#tests/support/reading'
import { addMember, addPractice, as, noon, openWorld, type World } from '#tests/support/world'

let world: World
let deeds: ReturnType<typeof authoringIn>
let practiceId: PracticeId
let author: Actor
let second: Actor
let reviewer: Actor
let foreign: Actor

const refused = (refusal: string) => ({ ok: false, refusal })

beforeAll(async () => {
  world = await openWorld()
  await addSource(world)
  deeds = authoringIn(world)
  practiceId = await addPractice(world, 'Alder Family Medicine')
  author = await addMember(world, { name: 'Ada Author', practiceId, can: ['train', 'author'] })
  second = await addMember(world, { name: 'Sam Second', practiceId, can: ['train', 'author'] })
  reviewer = await addMember(world, { name: 'Rae Reviewer', practiceId, can: ['train', 'review'] })
  const there = await addPractice(world, 'Birch Women’s Health')
  foreign = await addMember(world, { name: 'Fay Foreign', practiceId: there, can: ['author', 'review'] })
})
afterAll(() => world.end())

/** A module as it stands after publication, without the work of the checks: those have tests of their own. */
async function out(title: string, draft?: string): Promise<string> {
  const draftId = draft ?? (await deeds.begin(author, title)).draftId
  const by = postAt(author).staffMemberId
  const { filesHash } = await deeds.draft(author, draftId)
  const event = { kind: 'published', by, reason: null, filesHash, details: {} } as const
  await deeds.within(author, (tx) => insertDraftEvent(tx, practiceId, draftId, event, noon))
  return draftId
}

type Of = { newDraftId?: string; over?: string | null; at?: PracticeId }

const begin = (actor: Actor, draftId: string, of: Of = {}) => {
  const { newDraftId = randomUUID(), over = null, at = postAt(actor).practiceId } = of
  return as(world, actor, (context) =>
    beginNextVersion(context, { practiceId: at, draftId, newDraftId, over }),
  )
}

async function begun(actor: Actor, draftId: string, of: Of = {}): Promise<string> {
  const done = await begin(actor, draftId, of)
  if (!done.ok) throw new Error(done.refusal)
  return done.value.draftId
}

const filesOf = async (draftId: string) =>
  Object.fromEntries(
    (await deeds.within(author, (tx) => listDraftFiles(tx, practiceId, draftId))).map(({ path, bytes }) => [
      path,
      new TextDecoder().decode(bytes),
    ]),
  )

async function choose(draftId: string, changeKind: ChosenKind, updateLesson: string | null = null) {
  const path = `v${(await deeds.draft(author, draftId)).number}/version.yaml`
  const [kept] = await deeds.within(author, (tx) => listDraftRevisions(tx, practiceId, draftId, path))
  const input = { practiceId, draftId, base: kept?.revision ?? 0, changeKind, updateLesson }
  return await as(world, author, (context) => changeVersionKind(context, input))
}

async function publish(draftId: string) {
  await deeds.move(author, draftId, 'sent-to-review')
  await deeds.move(reviewer, draftId, 'approved')
  return await deeds.publish(author, draftId, 'Read by two of us.')
}

const shown = async (draftId: string) => {
  const view = await as(world, author, (context) => viewVersions(context, { practiceId, draftId }))
  if (!view.ok) throw new Error(view.refusal)
  return view.value
}

/** As it stands in the list of what the practice writes. */
async function listed(draftId: string) {
  const view = await as(world, author, (context) => viewAuthoring(context, { practiceId }))
  return view.ok ? view.value.drafts.find((each) => each.draftId === draftId) : undefined
}

describe('the next version', () => {
  test('has the files of the published one byte for byte, but for number and change, and is published beside it', async () => {
    const { draftId, moduleId } = await deeds.published(author, reviewer, 'Fire drills, first')
    const first = await filesOf(draftId)
    const next = await begun(author, draftId)
    const files = await filesOf(next)
    expect(Object.keys(files)).toEqual(Object.keys(first).map((path) => path.replace(/^v1\//, 'v2/')))
    expect(files['v2/lessons/l1.mdx']).toBe(first['v1/lessons/l1.mdx'])
    expect(files['v2/quiz.yaml']).toBe(first['v1/quiz.yaml'])
    expect(files['v2/version.yaml']).toBe(
      first['v1/version.yaml']
        ?.replace('version: 1', 'version: 2')
        .replace('changeKind: initial', 'changeKind: clarifying'),
    )
    expect(await listed(next)).toMatchObject({ number: 2, inUse: 1 })
    expect(await publish(next)).toEqual({ ok: true, value: { publishedVersionId: `${moduleId}@2` } })
    expect(await listed(next)).toMatchObject({ number: 2, state: { kind: 'published' } })
    expect(await filesOf(draftId)).toEqual(first)
    const { versions, newestNumber, inWork } = await shown(draftId)
    expect(versions.map(({ number, fromNumber }) => [number, fromNumber])).toEqual([
      [2, 1],
      [1, null],
    ])
    expect([newestNumber, inWork]).toEqual([2, null])
    // Only the newest is what the module is retired by.
    expect(await deeds.move(author, draftId, 'retired')).toEqual(refused('draft-moved'))
    const third = await begun(author, next)
    await choose(third, 'material', 'l2')
    expect(await publish(third)).toMatchObject({ ok: true })
    const { changeKind } = await deeds.within(author, (tx) =>
      tx.moduleVersion.findUniqueOrThrow({ where: { id: `${moduleId}@3` } }),
    )
    expect(changeKind).toBe('material')
    // What taught that change does not teach the next one.
    const fourth = await filesOf(await begun(author, third))
    expect(fourth['v4/version.yaml']).toBe(files['v2/version.yaml']?.replace('version: 2', 'version: 4'))
  })

  test('is one, also of two who begin at the same time and of one who clicks twice', async () => {
    for (let round = 0; round < 3; round += 1) {
      const draftId = await out(`Drill of round ${round}`)
      const newDraftId = randomUUID()
      const both = await Promise.all([
        begun(author, draftId, { newDraftId }),
        begun(author, draftId, { newDraftId }),
        begun(second, draftId),
      ])
      expect(new Set(both).size).toBe(1)
      expect((await shown(draftId)).versions.map(({ number }) => number)).toEqual([2, 1])
      const kinds = (await deeds.draft(author, both[0])).events.map(({ kind }) => kind)
      expect(kinds).toEqual(['text-taken'])
    }
  })

  test('is not begun from what is not published, nor by whoever may not write, nor by another practice', async () => {
    const written = await deeds.begin(author, 'Not out yet')
    expect(await begin(author, written.draftId)).toEqual(refused('draft-moved'))
    const draftId = await out('Ours alone')
    expect(await begin(reviewer, draftId)).toEqual(refused('not-found'))
    expect(await begin(foreign, draftId)).toEqual(refused('not-found'))
    expect(await begin(foreign, draftId, { at: practiceId })).toEqual(refused('not-found'))
    const look = { practiceId, draftId }
    expect(await as(world, foreign, (context) => viewVersions(context, look))).toEqual(refused('not-found'))
    expect((await shown(draftId)).versions).toHaveLength(1)
  })

  test('of a case is begun in the same way', async () => {
    const draftId = randomUUID()
    const by = postAt(author).staffMemberId
    const texts = {
      'case.yaml': 'id: c\ntitle: A case\n',
      'v1/version.yaml': '# Ours\nversion: 1\nchangeKind: initial\n',
      'v1/encounter.yaml': 'start: n1\n',
      'v1/es/encounter.yaml': 'start: n1\n',
    }
    const files = Object.entries(texts).map(([path, text]) => ({
      path,
      bytes: new TextEncoder().encode(text),
    }))
    await deeds.within(author, async (tx) => {
      const unit = {
        id: draftId,
        kind: 'case',
        key: ownKey(draftId),
        slug: 'a-case',
        originVersionId: null,
      } as const
      await insertAuthored(tx, practiceId, unit, by, noon)
      await insertDraft(tx, practiceId, { id: draftId, authoredId: draftId, number: 1 }, files, by, noon)
    })
    await out('A case', draftId)
    expect(await filesOf(await begun(author, draftId))).toEqual({
      'case.yaml': texts['case.yaml'],
      'v2/version.yaml': '# Ours\nversion: 2\nchangeKind: clarifying\n',
      'v2/encounter.yaml': texts['v1/encounter.yaml'],
      'v2/es/encounter.yaml': texts['v1/es/encounter.yaml'],
    })
  })
})

describe('an earlier text', () => {
  test('is published again as a new version, which says where it comes from', async () => {
    const { draftId } = await deeds.begin(author, 'There and back')
    await deeds.write(author, draftId, 'v1/quiz.yaml', bank())
    await out('First', draftId)
    const next = await begun(author, draftId)
    await deeds.write(author, next, 'v2/lessons/l1.mdx', '## Worse\n\nWorse words.\n')
    await out('Second', next)
    const again = await begun(author, draftId)
    expect(await begun(author, draftId)).toBe(again)
    expect((await filesOf(again))['v3/lessons/l1.mdx']).toBe((await filesOf(draftId))['v1/lessons/l1.mdx'])
    expect((await deeds.draft(author, again)).events).toMatchObject([{ kind: 'text-taken', fromNumber: 1 }])
    const chain = await deeds.within(author, (tx) => auditEntries(tx, practiceId))
    expect(chain.at(-1)?.event).toMatchObject({ kind: 'version-begun', number: 3, fromNumber: 1 })
    expect(await publish(again)).toMatchObject({ ok: true })
  })

  test('goes into the version in work only where its text was seen, and what was written stays among the kept texts', async () => {
    const draftId = await out('Over what is in work')
    const second = await begun(author, draftId)
    await deeds.write(author, second, 'v2/lessons/l1.mdx', '## Second\n\nSecond words.\n')
    await out('Second', second)
    const work = await begun(author, second)
    const path = 'v3/lessons/l1.mdx'
    await deeds.write(author, work, path, '## Third\n\nThird words.\n')
    await deeds.write(author, work, 'v3/lessons/extra.mdx', '## Extra\n\nExtra words.\n')
    expect(await begin(author, draftId)).toEqual(refused('next-version-begun'))
    const unseen = (await deeds.draft(author, second)).filesHash
    expect(await begin(author, draftId, { over: unseen })).toEqual(refused('draft-changed'))
    await deeds.move(author, work, 'sent-to-review')
    await deeds.move(reviewer, work, 'approved')
    const { filesHash: over } = await deeds.draft(author, work)
    expect(await begun(author, draftId, { over })).toBe(work)
    expect(await begun(author, draftId, { over })).toBe(work)
    const files = await filesOf(work)
    expect(files[path]).toBe((await filesOf(draftId))['v1/lessons/l1.mdx'])
    expect(Object.keys(files)).not.toContain('v3/lessons/extra.mdx')
    const kept = await deeds.within(author, (tx) => listDraftRevisions(tx, practiceId, work, path))
    expect(kept).toHaveLength(3)
    const { events, filesHash } = await deeds.draft(author, work)
    expect(draftState(events, filesHash)).toEqual({ kind: 'draft', isChanged: false })
  })
})

describe('what a version changes for people', () => {
  test('is chosen for every version but the first, and only a material change is taught by one of its lessons', async () => {
    const draftId = await out('Kinds of change')
    expect(await choose(draftId, 'editorial')).toEqual(refused('version-is-first'))
    const next = await begun(author, draftId)
    expect(await choose(next, 'critical', 'l1')).toEqual(refused('update-lesson-needs-material'))
    expect(await choose(next, 'material', 'l9')).toEqual(refused('update-lesson-unknown'))
    expect(await choose(next, 'material', 'l3')).toEqual({ ok: true, value: null })
    expect((await shown(next)).change).toMatchObject({ changeKind: 'material', updateLesson: 'l3' })
    await deeds.move(author, next, 'sent-to-review')
    await deeds.move(reviewer, next, 'approved')
    expect(await choose(next, 'material', 'l3')).toMatchObject({ ok: true })
    expect((await shown(next)).versions[0]?.state.kind).toBe('approved')
    expect(await choose(next, 'editorial')).toMatchObject({ ok: true })
    expect((await shown(next)).versions[0]?.state).toEqual({ kind: 'draft', isChanged: true })
    const { change } = await shown(next)
    expect(change).toMatchObject({ changeKind: 'editorial', updateLesson: null, mayChange: true })
  })
})
