import { randomUUID } from 'node:crypto'
import { caseSkeleton } from '#lib/content/authoring/case-skeleton'
import { moduleSkeleton } from '#lib/content/authoring/module-skeleton'
import { filesOfNextVersion } from '#lib/content/authoring/next-version'
import { reviewDocument } from '#lib/content/authoring/review-document'
import { itemHeaders } from '#lib/content/items/item-table'
import { csvFile } from '#lib/csv/csv-file'
import { insertAuthored, insertDraft } from '#lib/data/authored'
import { insertAuthoringImport } from '#lib/data/authoring-import'
import { connectDatabase } from '#lib/data/client'
import { inTransaction } from '#lib/data/database'
import { insertDraftComment } from '#lib/data/draft-comment'
import { enterPractice } from '#lib/data/scope'
import { ownKey } from '#lib/domain/authoring/own-key'
import { now } from '#lib/system/clock'
import { bank } from '#tests/support/authoring'
import { opening } from '#tests/support/authoring-cases'
import type { AppSecrets, Persona } from '#tests/support/personas'
import { onePixel } from '#tests/support/pictures'
import { pictureOfTests } from '#tests/support/training-places'

/** Why an option of the draft's quiz is right, as no other text says it. */
export const draftCanary = 'canary-4k asks for this.'

export type DraftPlaces = {
  readonly draftId: string
  /** The name of a lesson's file. */
  readonly lesson: string
  /** In its bank. */
  readonly itemId: string
  readonly itemKind: string
  /** What the module says of itself, as a block that comments hang on. */
  readonly block: string
  /** A file of items that waits to be confirmed. */
  readonly itemImportId: string
  /** A folder that came in, with nothing but problems. */
  readonly folderId: string
  readonly caseDraftId: string
  /** A scene of the case. */
  readonly nodeId: string
  readonly nodeKind: string
}

const noFolder = {
  kind: 'folder',
  draftId: null,
  fileName: 'own.zip',
  facts: {
    kind: null,
    name: '',
    number: 0,
    leftOut: [],
    drawn: [],
    problems: [{ file: 'own/link.mdx', words: 'link' }],
  },
} as const

/** A module whose second version the author is writing, with three lessons and a whole quiz. */
export async function playDraft(
  { databaseUrl }: AppSecrets,
  { practiceId, staffMemberId }: Persona,
): Promise<DraftPlaces> {
  const db = connectDatabase({ url: databaseUrl, maxConnections: 1 })
  const draftId = randomUUID()
  const itemImportId = randomUUID()
  const folderId = randomUUID()
  const key = ownKey(draftId)
  const caseDraftId = randomUUID()
  const facts = {
    title: 'Fire drills',
    summary: 'What this practice does.',
    objectives: ['Say what comes first', 'Say who does it', 'Say what is written down'],
    language: 'en' as const,
  }
  const texts = moduleSkeleton(key, facts).map(({ path, text }) =>
    path.endsWith('quiz.yaml')
      ? { path, text: bank().replaceAll('The plan asks for this.', draftCanary) }
      : { path, text },
  )
  const first = [
    ...texts.map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) })),
    { path: `v1/media/${pictureOfTests}`, bytes: onePixel },
  ]
  const files = filesOfNextVersion(first, 1, 2) ?? []
  const { about } = reviewDocument(files, 2)
  const unit = { id: randomUUID(), kind: 'module', key, slug: key, originVersionId: null } as const
  const ofCase = { id: caseDraftId, kind: 'case', key: ownKey(caseDraftId), slug: 'the-cut-hand' } as const
  try {
    await inTransaction(db, async (tx) => {
      await enterPractice(tx, practiceId)
      await insertAuthored(tx, practiceId, unit, staffMemberId, now())
      const draft = { id: draftId, authoredId: unit.id, number: 2 }
      await insertDraft(tx, practiceId, draft, files, staffMemberId, now())
      const by = { kind: 'staff', id: staffMemberId, name: 'Ada Author' } as const
      const comment = { kind: 'comment', thread: null, place: about.place, blockKey: about.key, by } as const
      const said = { ...comment, aboutText: 'Fire drills', text: 'Who says so?' }
      await insertDraftComment(tx, practiceId, draftId, said, now())
      const items = { id: itemImportId, kind: 'items', draftId, fileName: 'items.csv' } as const
      const defaults = { objective: '', bloom: '', source: '' }
      const file = { path: 'items', bytes: csvFile(itemHeaders, []) }
      await insertAuthoringImport(
        tx,
        practiceId,
        { ...items, facts: { defaults } },
        [file],
        staffMemberId,
        now(),
      )
      await insertAuthoringImport(tx, practiceId, { ...noFolder, id: folderId }, [], staffMemberId, now())
      await insertAuthored(tx, practiceId, { ...unit, ...ofCase }, staffMemberId, now())
      const caseDraft = { id: ofCase.id, authoredId: ofCase.id, number: 1 }
      await insertDraft(tx, practiceId, caseDraft, caseFiles(), staffMemberId, now())
    })
    return {
      draftId,
      lesson: 'l1',
      itemId: 'q1',
      itemKind: 'single',
      block: about.key,
      itemImportId,
      folderId,
      caseDraftId,
      nodeId: 'n01',
      nodeKind: 'ending',
    }
  } finally {
    await db.$disconnect()
  }
}

const caseFiles = () =>
  caseSkeleton('the-cut-hand', {
    title: 'The cut hand',
    summary: 'A cut.',
    minutes: 6,
    objectives: ['m07-o1'],
    language: 'en',
    opening,
  }).map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text) }))
