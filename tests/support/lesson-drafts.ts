import { randomUUID } from 'node:crypto'
import { insertAuthored, insertDraft } from '#lib/data/authored'
import { connectDatabase } from '#lib/data/client'
import { type Database, inTransaction } from '#lib/data/database'
import { findDraftFile } from '#lib/data/draft'
import { enterPractice } from '#lib/data/scope'
import type { Instant } from '#lib/domain/calendar'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'
import { now } from '#lib/system/clock'

export const lessonFile = 'first-signs'

const moduleFile = `id: own
title: What to notice
summary: What to notice at the front desk.
minutes: 5
objectives:
  - { id: own-o1, text: Notice signs }
`
const versionFile = `version: 1
changeKind: initial
language: en
lessons:
  - { id: own-l1, file: lessons/${lessonFile}.mdx, title: First signs, minutes: 4, objectives: [own-o1], sources: [] }
`

const bytes = (text: string) => new TextEncoder().encode(text)

type Author = { readonly practiceId: PracticeId; readonly staffMemberId: StaffMemberId }

/** A draft of a module with one lesson of this text. */
export async function addLessonDraft(
  db: Database,
  { practiceId, staffMemberId }: Author,
  source: string,
  at: Instant = now(),
): Promise<string> {
  const [draftId, authoredId] = [randomUUID(), randomUUID()]
  const key = `own-${authoredId.replaceAll('-', '').slice(0, 12)}`
  const unit = { id: authoredId, kind: 'module', key, slug: key, originVersionId: null } as const
  const files = [
    { path: 'module.yaml', bytes: bytes(moduleFile) },
    { path: 'v1/version.yaml', bytes: bytes(versionFile) },
    { path: `v1/lessons/${lessonFile}.mdx`, bytes: bytes(source) },
  ]
  await inTransaction(db, async (tx) => {
    await enterPractice(tx, practiceId)
    await insertAuthored(tx, practiceId, unit, staffMemberId, at)
    await insertDraft(tx, practiceId, { id: draftId, authoredId, number: 1 }, files, staffMemberId, at)
  })
  return draftId
}

/** The same at a served app. */
export async function addServedDraft(databaseUrl: string, author: Author, source: string): Promise<string> {
  const db = connectDatabase({ url: databaseUrl, maxConnections: 1 })
  try {
    return await addLessonDraft(db, author, source)
  } finally {
    await db.$disconnect()
  }
}

/** The text of that lesson as the database has it. */
export async function storedLesson(
  databaseUrl: string,
  { practiceId }: Author,
  draftId: string,
): Promise<string> {
  const db = connectDatabase({ url: databaseUrl, maxConnections: 1 })
  try {
    return await inTransaction(db, async (tx) => {
      await enterPractice(tx, practiceId)
      const file = await findDraftFile(tx, practiceId, draftId, `v1/lessons/${lessonFile}.mdx`)
      return new TextDecoder().decode(file?.bytes)
    })
  } finally {
    await db.$disconnect()
  }
}
