import { inTransaction } from '#lib/data/database'
import { findImport, type ImportRecord } from '#lib/data/roster-import'
import { enterPractice } from '#lib/data/scope'
import type { Actor } from '#lib/domain/access/actor'
import { addMinutes, type Instant, type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { PracticeId } from '#lib/domain/ids'
import type { ImportField } from '#lib/domain/people/roster-import/columns'
import { isAtWork } from '#lib/domain/people/roster-import/import-state'
import { applyRosterImport } from '#lib/use-cases/practice/apply-roster-import'
import { checkRosterImport } from '#lib/use-cases/practice/check-roster-import'
import { confirmRosterImport } from '#lib/use-cases/practice/confirm-roster-import'
import { matchImportColumns } from '#lib/use-cases/practice/match-import-columns'
import { readRosterImport } from '#lib/use-cases/practice/read-roster-import'
import { settleImportQuestions } from '#lib/use-cases/practice/settle-import-questions'
import { startRosterImport } from '#lib/use-cases/practice/start-roster-import'
import { takeBackRosterImport } from '#lib/use-cases/practice/take-back-roster-import'
import { undoRosterImport } from '#lib/use-cases/practice/undo-roster-import'
import { viewRosterImport } from '#lib/use-cases/practice/view-roster-import'
import { as, noon, type World } from '#tests/support/world'

const zone = 'America/Chicago'
const steps = {
  'read-file': readRosterImport,
  check: checkRosterImport,
  apply: applyRosterImport,
  undo: takeBackRosterImport,
}

type Confirmed = Partial<Parameters<typeof confirmRosterImport>[1]>

/** What a manager and the worker do with files of staff at one practice. */
export function importing(world: World, manager: Actor, practiceId: PracticeId) {
  // Each deed a minute after the one before it, so that what was recorded later is later.
  let at: Instant = noon
  const next = (): Instant => {
    at = addMinutes(at, 1)
    return at
  }

  const found = (importId: string): Promise<ImportRecord> =>
    inTransaction(world.db, async (tx) => {
      await enterPractice(tx, practiceId)
      const record = await findImport(tx, practiceId, importId)
      if (!record) throw new Error('no such import')
      return record
    })

  /** The worker's turns, until a person is waited for. */
  async function work(importId: string): Promise<ImportRecord> {
    for (;;) {
      const record = await found(importId)
      if (!isAtWork(record.stage)) return record
      await step(importId, record)
    }
  }

  /** One turn of the worker. */
  async function step(importId: string, record?: ImportRecord): Promise<void> {
    const { stage } = record ?? (await found(importId))
    const run = steps[stage as keyof typeof steps]
    await inTransaction(world.db, async (tx) => {
      await enterPractice(tx, practiceId)
      const context = { tx, now: next(), settings: world.settings }
      await run(context, { practiceId, importId, isQuick: false })
    })
  }

  async function upload(file: string | Uint8Array, name = 'staff.csv'): Promise<string> {
    const bytes = typeof file === 'string' ? Buffer.from(file) : file
    const started = await as(
      world,
      manager,
      (context) => startRosterImport(context, { practiceId, file: { name, bytes } }),
      next(),
    )
    if (!started.ok) throw new Error(started.refusal)
    await work(started.value.importId)
    return started.value.importId
  }

  /** Takes the guessed columns, or those given. */
  async function match(importId: string, columns?: readonly (ImportField | null)[]): Promise<ImportRecord> {
    const { settings } = await found(importId)
    const input = { practiceId, importId, columns: columns ?? settings.columns }
    const matched = await as(world, manager, (context) => matchImportColumns(context, input), next())
    if (!matched.ok) throw new Error(matched.refusal)
    return work(importId)
  }

  type Answers = Partial<Parameters<typeof settleImportQuestions>[1]>
  async function settle(importId: string, answers: Answers): Promise<ImportRecord> {
    const none = { dayOrder: null, roles: [], kinds: [], choices: [] }
    const input = { practiceId, importId, ...none, ...answers }
    const settled = await as(world, manager, (context) => settleImportQuestions(context, input), next())
    if (!settled.ok) throw new Error(settled.refusal)
    return work(importId)
  }

  const confirm = (importId: string, own: Confirmed = {}) => {
    const when = next()
    const changesFrom: LocalDate = localDateAt(when, zone)
    const input = {
      practiceId,
      importId,
      sendInvitations: false,
      changesFrom,
      ended: [],
      lastDay: null,
      ...own,
    }
    return as(world, manager, (context) => confirmRosterImport(context, input), when)
  }

  async function view(importId: string, show: Parameters<typeof viewRosterImport>[1]['show'] = 'new') {
    const input = { practiceId, importId, show, page: 1 }
    const seen = await as(world, manager, (context) => viewRosterImport(context, input), next())
    if (!seen.ok) throw new Error(seen.refusal)
    return seen.value
  }

  /** From the file to the report, with the columns as they are guessed. */
  async function run(file: string | Uint8Array, own: Confirmed = {}): Promise<string> {
    const importId = await upload(file)
    await match(importId)
    const confirmed = await confirm(importId, own)
    if (!confirmed.ok) throw new Error(confirmed.refusal)
    await work(importId)
    return importId
  }

  async function undo(importId: string): Promise<void> {
    const begun = await as(
      world,
      manager,
      (context) => undoRosterImport(context, { practiceId, importId }),
      next(),
    )
    if (!begun.ok) throw new Error(begun.refusal)
    await work(importId)
  }

  return { upload, match, settle, confirm, view, run, undo, work, step, found, next }
}
