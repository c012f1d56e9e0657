import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { type CsvCell, csvFile } from '#lib/csv/csv-file'
import { workbookStream } from '#lib/csv/write-workbook'
import { appendAudit } from '#lib/data/audit'
import { readPastRoster } from '#lib/data/past-roster'
import { membershipWith } from '#lib/domain/access/actor'
import { endOfDayAt, type LocalDate, localDateAt } from '#lib/domain/calendar'
import { pastRows } from '#lib/domain/compliance/past-roster'
import { reasonsFor } from '#lib/domain/compliance/reasons'
import type { RosterRow } from '#lib/domain/compliance/roster'
import { type RosterQuery, rosterPage } from '#lib/domain/compliance/roster-page'
import { ok, type Result, refuse } from '#lib/domain/result'

/** What names of ours are called in the reader's language. */
export type PastRosterWords = {
  readonly column: (name: PastColumn) => string
  readonly role: (role: string) => string
  readonly employmentKind: (kind: string) => string
  readonly status: (status: string) => string
  readonly reason: (name: string, dates: Readonly<Record<string, LocalDate>>) => string
}

const columns = [
  'asOf',
  'knownOn',
  'person',
  'role',
  'kind',
  'location',
  'requirement',
  'status',
  'dueOn',
  'validThrough',
  'because',
] as const
export type PastColumn = (typeof columns)[number]

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
  const all: RosterRow[] = []
  for await (const records of readPastRoster(tx, post)) all.push(...pastRows(records, { asOf, knownAt }))
  const { rows } = rosterPage(all, { ...query, page: 1 }, asOf, Number.POSITIVE_INFINITY)
  const header = columns.map((column) => words.column(column))
  const lines = rows.map((row) => [asOf, knownOn ?? today, ...cells(row, words, asOf)])
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

function cells({ person, requirement, answer }: RosterRow, words: PastRosterWords, asOf: LocalDate) {
  const reasons = answer ? reasonsFor(answer, person, asOf) : []
  return [
    person.name,
    words.role(person.role),
    words.employmentKind(person.employmentKind),
    person.location,
    requirement?.name ?? null,
    answer && words.status(answer.status),
    answer?.dueOn ?? null,
    answer?.validThrough ?? null,
    reasons.map(({ name, dates }) => words.reason(name, dates)).join(' '),
  ]
}
