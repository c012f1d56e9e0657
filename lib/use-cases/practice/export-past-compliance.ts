import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { type CsvCell, csvFile } from '#lib/csv/csv-file'
import { workbookStream } from '#lib/csv/write-workbook'
import { appendAudit } from '#lib/data/audit'
import { readPastRoster } from '#lib/data/past-roster'
import { enterPractice } from '#lib/data/scope'
import { membershipWith } from '#lib/domain/access/actor'
import { endOfDayAt, type LocalDate, localDateAt } from '#lib/domain/calendar'
import { pastRows } from '#lib/domain/compliance/past-roster'
import type { RosterRow } from '#lib/domain/compliance/roster'
import { type RosterWords, rosterCells, rosterColumns } from '#lib/domain/compliance/roster-cells'
import { type RosterQuery, rosterPage } from '#lib/domain/compliance/roster-page'
import { ok, type Result, refuse } from '#lib/domain/result'

const columns = ['asOf', 'knownOn', ...rosterColumns] as const
export type PastRosterWords = RosterWords<(typeof columns)[number]>

type Input = {
  readonly practiceId: string
  /** Null: today, in the practice's zone. */
  readonly asOf: LocalDate | null
  readonly knownOn: LocalDate | null
  readonly query: RosterQuery
  readonly format: 'csv' | 'xlsx'
  readonly words: PastRosterWords
}

/** The table of a past day as it is filtered and sorted on screen, every page of it, as a CSV file or a spreadsheet. */
export async function exportPastCompliance(
  { tx, now, actor }: Context,
  { practiceId: wanted, asOf: day, knownOn, query, format, words }: Input,
): Promise<Result<{ bytes: Uint8Array; asOf: LocalDate }, 'not-found'>> {
  const post = membershipWith(actor, wanted, 'manage')
  const today = post && localDateAt(now, post.timeZone)
  const asOf = day ?? today
  if (!post || !today || !asOf || asOf > today) return refuse('not-found')
  const knownAt = knownOn === null ? undefined : endOfDayAt(knownOn, post.timeZone)
  await enterPractice(tx, post.practiceId)
  const all: RosterRow[] = []
  for await (const records of readPastRoster(tx, post)) all.push(...pastRows(records, { asOf, knownAt }))
  const { rows } = rosterPage(all, { ...query, page: 1 }, asOf, Number.POSITIVE_INFINITY)
  const header = columns.map((column) => words.column(column))
  const lines = rows.map((row) => [asOf, knownOn ?? today, ...rosterCells(row, words, asOf)])
  const deed = { kind: 'roster-exported', asOf, rows: rows.length } as const
  await appendAudit(
    tx,
    post.practiceId,
    chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]),
  )
  const bytes = format === 'csv' ? csvFile(header, lines) : await workbookFile(header, lines)
  return ok({ bytes, asOf })
}

async function workbookFile(header: readonly string[], lines: readonly (readonly CsvCell[])[]) {
  async function* all() {
    yield lines
  }
  return Buffer.concat(await Array.fromAsync(workbookStream(header, all())))
}
