import type { Context } from '#lib/context'
import { csvStream } from '#lib/csv/csv-file'
import { workbookStream } from '#lib/csv/write-workbook'
import { streamRosterLines } from '#lib/data/roster-export'
import { enterPractice } from '#lib/data/scope'
import { membershipWith } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { allRule, groupRule, type RosterRow } from '#lib/domain/compliance/roster'
import { type RosterWords, rosterCells, rosterColumns } from '#lib/domain/compliance/roster-cells'
import type { RosterQuery } from '#lib/domain/compliance/roster-page'
import { ok, type Result, refuse } from '#lib/domain/result'

const columns = [...rosterColumns, 'lastReminder', 'invitation'] as const
type RosterColumn = (typeof columns)[number]

export type RosterFileWords = RosterWords<RosterColumn> & { readonly invitation: (state: string) => string }

export type RosterFormat = 'csv' | 'xlsx'

type Input = {
  readonly practiceId: string
  readonly part: 'current' | 'ended'
  readonly query: RosterQuery
  readonly format: RosterFormat
  readonly words: RosterFileWords
}

/**
 * The table as it is filtered and sorted on screen, every page of it, as the pieces of a file. Days are year-month-day. The
 * pieces come as they are asked for, and the transaction must stay open until the last.
 */
export async function streamRoster(
  { tx, now, actor }: Context,
  { practiceId: wanted, part, query, format, words }: Input,
): Promise<Result<AsyncGenerator<Uint8Array>, 'not-found'>> {
  const post = membershipWith(actor, wanted, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId, timeZone } = post
  await enterPractice(tx, practiceId)
  const today = localDateAt(now, timeZone)
  const rule = query.group ? groupRule(query.group, today) : allRule
  const lines = streamRosterLines(tx, { practiceId, timeZone, today, part }, query, rule, now)
  const header = columns.map((column) => words.column(column))
  const rows = cellsOf(lines, words, today)
  return ok(format === 'csv' ? csvStream(header, rows) : workbookStream(header, rows))
}

type Cells = readonly (string | null)[]

async function* cellsOf(
  batches: AsyncIterable<readonly RosterRow[]>,
  words: RosterFileWords,
  today: LocalDate,
): AsyncGenerator<readonly Cells[]> {
  for await (const rows of batches)
    yield rows.map((row) => [
      ...rosterCells(row, words, today),
      row.lastReminderOn,
      words.invitation(row.person.invitation),
    ])
}
