import type { VisitorContext } from '#lib/context'
import { listStatusEvents } from '#lib/data/compliance-history'
import { listFileRows, savePlans } from '#lib/data/import-rows'
import { listImportWords } from '#lib/data/import-words'
import { findPractice } from '#lib/data/practice'
import { type ImportRecord, lockImport, updateImport } from '#lib/data/roster-import'
import { listStaffPosts, type StoredPost } from '#lib/data/staff-posts'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'
import { firstMissingNumber, type ImportSettings } from '#lib/domain/people/roster-import/import-state'
import { causeOf } from '#lib/domain/people/roster-import/imported-row'
import { staffIndex } from '#lib/domain/people/roster-import/match-row'
import { missingFrom } from '#lib/domain/people/roster-import/missing-people'
import { type FileRow, type PlannedRow, planImport } from '#lib/domain/people/roster-import/plan-import'
import { problem } from '#lib/domain/people/roster-import/plan-row'
import { rowWrite } from '#lib/domain/people/roster-import/row-write'
import { type DayOrder, likelyOrder } from '#lib/domain/people/roster-import/written-day'

type Step = Pick<VisitorContext, 'tx' | 'now'>
type Work = {
  readonly practiceId: PracticeId
  readonly importId: string
  /** Whoever is waited for takes small files only. */
  readonly isQuick: boolean
}

const quickRows = 500

/**
 * Holds every row of a file beside the staff and writes down what each would do: the preview. Nothing of the staff changes.
 * Twice, or cut off half-way, it comes out the same.
 */
export async function checkRosterImport(
  { tx, now }: Step,
  { practiceId, importId, isQuick }: Work,
): Promise<void> {
  const record = await lockImport(tx, practiceId, importId, { wait: isQuick })
  if (record?.stage !== 'check' || (isQuick && record.total > quickRows)) return
  const practice = await findPractice(tx, practiceId)
  invariant(practice, 'a job is open for its practice')
  const today = localDateAt(now, practice.timeZone)
  const posts = await listStaffPosts(tx, practiceId)
  const mayAdminister = posts.some((post) => post.personId === record.createdBy && post.administers)
  const fileRows = await listFileRows(tx, { practiceId, importId })
  const given = { posts, today, mayAdminister }
  const planned = await planRows(tx, practiceId, record, fileRows, given)
  const rows = await withoutForbidden({ tx, now }, practiceId, planned, given)
  const missing = missingFrom(
    posts,
    rows.flatMap(({ means }) => means),
    today,
    mayAdminister,
  )
  await savePlans(tx, { practiceId, importId }, [
    ...rows.map(({ number, plan }) => ({ number, plan })),
    ...missing.map((plan, index) => ({ number: firstMissingNumber + index, plan })),
  ])
  const settings = { ...record.settings, likelyOrder: orderIn(fileRows, record.settings) }
  await updateImport(tx, practiceId, importId, { stage: 'preview', settings }, now)
}

type Given = {
  readonly posts: readonly StoredPost[]
  readonly today: LocalDate
  readonly mayAdminister: boolean
}

async function planRows(
  tx: Step['tx'],
  practiceId: PracticeId,
  { settings }: ImportRecord,
  rows: readonly FileRow[],
  { posts, today, mayAdminister }: Given,
): Promise<readonly PlannedRow[]> {
  const words = await listImportWords(tx, practiceId)
  const { columns, dayOrder } = settings
  const reading = { columns, dayOrder, roleWords: words.roles, kindWords: words.kinds }
  return planImport(rows, reading, { index: staffIndex(posts), today, mayAdminister })
}

/** What the cells of the two columns of days say together about how this file writes them. */
function orderIn(rows: readonly FileRow[], { columns }: ImportSettings): DayOrder | null {
  const indexes = columns.flatMap((field, index) =>
    field === 'startedOn' || field === 'endedOn' ? [index] : [],
  )
  return likelyOrder(rows.flatMap(({ cells }) => indexes.map((index) => (cells[index] ?? '').trim())))
}

/** What the rules of a person's own page would refuse is a problem of the row, and is said before anybody confirms. */
async function withoutForbidden(
  { tx, now }: Step,
  practiceId: PracticeId,
  rows: readonly PlannedRow[],
  { posts, today }: Given,
): Promise<readonly PlannedRow[]> {
  const ids = rows.flatMap(({ plan }) =>
    plan.kind === 'changed' || plan.kind === 'back' ? [plan.before.staffMemberId] : [],
  )
  if (ids.length === 0) return rows
  const facts = await listStatusEvents(tx, [practiceId], ids)
  const setting = {
    byId: new Map(posts.map((post) => [post.staffMemberId as string, post])),
    changesFrom: today,
    lastDay: null,
    situationOf: (post: StoredPost) => {
      return { today, now, post, facts: facts.get(post.staffMemberId) ?? [], asked: [] }
    },
  }
  return rows.map((row) => {
    const write = rowWrite(row.plan, setting)
    return !write || write.ok ? row : { ...row, plan: problem(causeOf(write.refusal), null, null) }
  })
}
