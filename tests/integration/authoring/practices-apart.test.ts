import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertAuthored, insertDraft, insertDraftEvent } from '#lib/data/authored'
import { insertCaseVersion } from '#lib/data/case-library'
import { inTransaction, type Tx } from '#lib/data/database'
import { insertModuleVersion, insertTrackVersion } from '#lib/data/library'
import { insertNoteDeed, insertNoteText } from '#lib/data/practice-note'
import { enterPractice } from '#lib/data/scope'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'
import { caseVersion } from '#tests/support/playing'
import { addMember, addPractice, moduleVersion, noon, openWorld, type World } from '#tests/support/world'

const key = 'own-00000000000a'
const drafts = [
  'authored',
  'draft',
  'draftFile',
  'draftFileRevision',
  'draftEvent',
  'practiceNote',
  'practiceNoteDeed',
] as const
const published = [
  'moduleVersion',
  'lesson',
  'itemVersion',
  'itemKey',
  'moduleTranslation',
  'lessonTranslation',
  'itemTranslation',
  'rationaleTranslation',
  'moduleMedia',
  'caseVersion',
  'caseKey',
  'caseTranslation',
  'caseKeyTranslation',
  'trackVersion',
  'trackTranslation',
] as const
type Table = (typeof drafts)[number] | (typeof published)[number]

let world: World
let here: PracticeId
let there: PracticeId

const within = <Value>(practiceId: PracticeId | null, work: (tx: Tx) => Promise<Value>) =>
  inTransaction(world.db, async (tx) => {
    if (practiceId) await enterPractice(tx, practiceId)
    return await work(tx)
  })

type Rows = {
  create(query: object): Promise<unknown>
  findMany(query: object): Promise<object[]>
  count(query?: object): Promise<number>
  updateMany(query: object): Promise<unknown>
  deleteMany(query: object): Promise<unknown>
}
const rowsOf = (tx: Tx, table: Table) => tx[table] as unknown as Rows
const own = () => ({ where: { practiceId: here } })

/** A module with a translation and a picture, as the practice's own. */
function ownModule() {
  const version = moduleVersion('m1')
  const words = { title: 'Título', summary: 'Resumen.', objectives: [], vignettes: [], reviewers: [] }
  const [item] = version.items
  const translation = {
    language: 'es' as const,
    ...words,
    reviewNote: 'Sin revisar.',
    lessons: [{ id: 'm1-l1', title: 'Lección', tree: { format: 1 as const, children: [] }, hash: 'es' }],
    items: [{ id: item?.id ?? '', stem: '¿Qué?', prompts: [], options: [] }],
    rationales: [{ itemId: item?.id ?? '', rationales: {} }],
  }
  const picture = { name: 'a.png', contentType: 'image/png' as const, bytes: new Uint8Array([1]) }
  return { ...version, moduleId: key, contentHash: 'own', translations: [translation], media: [picture] }
}

/** A row in every table of authoring and of what is published. */
async function writeEverything(practiceId: PracticeId, by: StaffMemberId): Promise<void> {
  const [id, draftId] = [randomUUID(), randomUUID()]
  await within(practiceId, async (tx) => {
    const unit = { id, kind: 'module', key, slug: 'a-module', originVersionId: null } as const
    await insertAuthored(tx, practiceId, unit, by, noon)
    const files = [{ path: 'module.yaml', bytes: new Uint8Array([1]) }]
    await insertDraft(tx, practiceId, { id: draftId, authoredId: id, number: 1 }, files, by, noon)
    const event = {
      kind: 'sent-to-review',
      by,
      reason: null,
      filesHash: 'a'.repeat(64),
      details: {},
    } as const
    await insertDraftEvent(tx, practiceId, draftId, event, noon)
    const place = { moduleId: 'm1', lessonId: 'm1-l1', language: 'en' } as const
    const tree = { format: 1, children: ['Ours.'] } as const
    const text = { number: 1, moduleVersionId: 'm1@1', source: 'Ours.', tree, treeHash: 'a'.repeat(64) }
    await insertNoteText(tx, practiceId, place, { ...text, sources: [], contacts: [], terms: [] }, by, noon)
    await insertNoteDeed(tx, practiceId, place, { kind: 'sent', number: 1, by, reason: null }, noon)
    await insertModuleVersion(tx, ownModule(), noon, practiceId)
    const play = caseVersion('c1')
    await insertCaseVersion(tx, { ...play, caseId: key, contentHash: 'own' }, noon, practiceId)
    const es = { title: 'Propio', summary: 'Nuestro.' }
    const track = {
      id: key,
      version: 1,
      title: 'Own',
      summary: 'Ours.',
      changeKind: 'initial',
      modules: [key],
      es,
    }
    await insertTrackVersion(tx, { ...track, contentHash: 'own' }, noon, practiceId)
  })
}

beforeAll(async () => {
  world = await openWorld()
  here = await addPractice(world, 'Alder Family Medicine')
  there = await addPractice(world, 'Birch Women’s Health')
  const ada = await addMember(world, { name: 'Ada Author', practiceId: here, can: ['train', 'author'] })
  await writeEverything(here, ada.memberships[0]?.staffMemberId as StaffMemberId)
})
afterAll(() => world.end())

describe.each([...drafts, ...published])('what a practice writes, in %s', (table) => {
  test('is read by that practice alone', async () => {
    expect(await within(here, (tx) => rowsOf(tx, table).count(own()))).toBeGreaterThan(0)
    expect(await within(there, (tx) => rowsOf(tx, table).count(own()))).toBe(0)
    expect(await within(null, (tx) => rowsOf(tx, table).count(own()))).toBe(0)
    expect(await inTransaction(world.owner, (tx) => rowsOf(tx, table).count(own()))).toBe(0)
  })
})

describe.each(published)('what is published, in %s', (table) => {
  test('is never changed or removed by the application', async () => {
    const data = { practiceId: there }
    await expect(within(here, (tx) => rowsOf(tx, table).updateMany({ data }))).rejects.toThrow(
      /permission denied/,
    )
    await expect(within(here, (tx) => rowsOf(tx, table).deleteMany({}))).rejects.toThrow(/permission denied/)
  })

  test('is never added to the library by the application', async () => {
    const add = within(here, async (tx) => {
      const [row] = await rowsOf(tx, table).findMany({ ...own(), take: 1 })
      const said = Object.entries(row ?? {}).filter(
        ([name, value]) => name !== 'practiceId' && value !== null,
      )
      return await rowsOf(tx, table).create({ data: Object.fromEntries(said) })
    })
    await expect(add).rejects.toThrow(/row-level security/)
  })
})

describe.each(['practiceNote', 'practiceNoteDeed'] as const)('what was noted, in %s', (table) => {
  test('is never changed or removed, nor written for another practice', async () => {
    const data = { number: 2 }
    await expect(within(here, (tx) => rowsOf(tx, table).updateMany({ data }))).rejects.toThrow(
      /permission denied/,
    )
    await expect(within(here, (tx) => rowsOf(tx, table).deleteMany({}))).rejects.toThrow(/permission denied/)
    const [row] = await within(here, (tx) => rowsOf(tx, table).findMany(own()))
    const foreign = within(there, (tx) => rowsOf(tx, table).create({ data: { ...row, number: 2 } }))
    await expect(foreign).rejects.toThrow(/row-level security/)
  })
})

describe('the application of one practice', () => {
  const write = (practiceId: PracticeId | null, moduleId: string, entered: PracticeId) =>
    within(entered, (tx) => insertModuleVersion(tx, { ...ownModule(), moduleId }, noon, practiceId))

  test('adds nothing to the library and nothing to another practice', async () => {
    await expect(write(null, 'm9', here)).rejects.toThrow(/row-level security/)
    await expect(write(there, 'own-00000000000b', here)).rejects.toThrow(/row-level security/)
    await expect(write(here, 'm9', here)).rejects.toThrow(/module_version_whose/)
    await expect(write(null, 'own-00000000000b', here)).rejects.toThrow(
      /row-level security|module_version_whose/,
    )
  })

  test('hangs no part of its own on a version of the library or of another practice', async () => {
    const part = (moduleVersionId: string, practiceId: PracticeId) =>
      within(practiceId, (tx) =>
        tx.moduleMedia.create({
          data: {
            practiceId,
            moduleVersionId,
            name: 'b.png',
            contentType: 'image/png',
            bytes: new Uint8Array([1]),
          },
        }),
      )
    await expect(part('m1@1', there)).rejects.toThrow(/module_media_whose/)
    await expect(part(`${key}@1`, there)).rejects.toThrow(/foreign key/i)
  })

  test('and the library stays everybody’s', async () => {
    for (const practice of [here, there, null]) {
      expect(await within(practice, (tx) => tx.moduleVersion.count({ where: { practiceId: null } }))).toBe(2)
      expect(await within(practice, (tx) => tx.lesson.count({ where: { practiceId: null } }))).toBe(2)
    }
  })
})
