import { chainEntries } from '#lib/audit/chain-entries'
import type { Context } from '#lib/context'
import { csvFile } from '#lib/csv/csv-file'
import { appendAudit } from '#lib/data/audit'
import { listRoster, type RosterPart } from '#lib/data/roster'
import { membershipWith } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import { reasonsFor } from '#lib/domain/compliance/reasons'
import { type RosterRow, rosterRows } from '#lib/domain/compliance/roster'
import { type RosterQuery, rosterPage } from '#lib/domain/compliance/roster-page'
import { ok, type Result, refuse } from '#lib/domain/result'

/** The reader's language: what a name of ours is called there, and how it writes a sentence of reasons. */
export type RosterWords = {
  readonly column: (name: RosterColumn) => string
  readonly role: (role: string) => string
  readonly employmentKind: (kind: string) => string
  readonly status: (status: string) => string
  readonly reason: (name: string, dates: Readonly<Record<string, LocalDate>>) => string
  readonly invitation: (state: string) => string
}

const columns = [
  'person',
  'role',
  'kind',
  'location',
  'requirement',
  'status',
  'dueOn',
  'validThrough',
  'because',
  'lastReminder',
  'invitation',
] as const
export type RosterColumn = (typeof columns)[number]

type Input = {
  readonly practiceId: string
  readonly part: RosterPart
  readonly query: RosterQuery
  readonly words: RosterWords
}

/** The table as it is filtered and sorted on screen, every page of it, as a CSV file. Days are year-month-day. */
export async function exportRoster(
  { tx, now, actor }: Context,
  { practiceId: wanted, part, query, words }: Input,
): Promise<Result<{ bytes: Uint8Array; today: LocalDate }, 'not-found'>> {
  const post = membershipWith(actor, wanted, 'manage')
  if (!post) return refuse('not-found')
  const { practiceId } = post
  const today = localDateAt(now, post.timeZone)
  const { records } = await listRoster(tx, post, today, part)
  const { rows } = rosterPage(rosterRows(records, today, now), { ...query, page: 1 }, today, Infinity)
  const header = columns.map((column) => words.column(column))
  const bytes = csvFile(
    header,
    rows.map((row) => cells(row, words, today)),
  )
  const deed = { kind: 'roster-exported', asOf: today, rows: rows.length } as const
  await appendAudit(tx, practiceId, chainEntries({ actorPersonId: actor.personId, recordedAt: now }, [deed]))
  return ok({ bytes, today })
}

function cells(row: RosterRow, words: RosterWords, today: LocalDate): readonly (string | null)[] {
  const { person, requirement, answer, lastReminderOn } = row
  const reasons = answer ? reasonsFor(answer, person, today) : []
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
    lastReminderOn,
    words.invitation(person.invitation),
  ]
}
