import type { Context } from '#lib/context'
import { type EncodingSample, encodingSamples } from '#lib/csv/read-table'
import {
  countApplied,
  countInvitable,
  countPlans,
  countResults,
  countWarnings,
  listLinesWith,
  listMissing,
  listPlannedLines,
  listProblemGroups,
  listSampleRows,
  listUnknownWords,
  type PlanCounts,
  type PlanKind,
  type PlannedLine,
  type ProblemGroup,
  type UnknownWord,
} from '#lib/data/import-preview'
import { findImport, findImportFile, type ImportRecord } from '#lib/data/roster-import'
import { listStaffPosts } from '#lib/data/staff-posts'
import { type Membership, membershipWith } from '#lib/domain/access/actor'
import { type LocalDate, localDateAt } from '#lib/domain/calendar'
import type { PracticeId, StaffMemberId } from '#lib/domain/ids'
import type { ImportSettings, ImportStage, RowResult } from '#lib/domain/people/roster-import/import-state'
import type { MissingPlan } from '#lib/domain/people/roster-import/plan-row'
import type { StaffPost } from '#lib/domain/people/roster-import/staff-post'
import { ok, type Result, refuse } from '#lib/domain/result'

/** Somebody whom a row may mean. */
export type Candidate = Pick<StaffPost, 'staffMemberId' | 'name' | 'emailAddress' | 'startedOn' | 'endedOn'>

export type ImportPreview = {
  readonly counts: PlanCounts
  readonly problems: readonly ProblemGroup[]
  readonly unknownWords: readonly UnknownWord[]
  readonly warnings: readonly {
    readonly warning: string
    readonly rows: number
    readonly numbers: readonly number[]
  }[]
  readonly undecided: readonly PlannedLine[]
  readonly candidates: ReadonlyMap<StaffMemberId, Candidate>
  /** The rows of the kind asked for, one page of them. */
  readonly lines: readonly PlannedLine[]
  readonly missing: readonly MissingPlan[]
  readonly invitable: number
}

export type ImportReport = {
  readonly results: Readonly<Partial<Record<RowResult, number>>>
  /** What the rows that were written did. */
  readonly applied: PlanCounts
  readonly changedSince: readonly PlannedLine[]
  readonly kept: readonly PlannedLine[]
}

export type RosterImportView = {
  readonly practiceId: PracticeId
  readonly practiceName: string
  readonly canAdminister: boolean
  readonly today: LocalDate
  readonly importId: string
  readonly fileName: string
  readonly stage: ImportStage
  readonly settings: ImportSettings
  readonly total: number
  readonly done: number
  /** Of the rows of a preview. */
  readonly page: number
  /** At `ask-encoding`. */
  readonly samples: readonly EncodingSample[]
  /** Rows as they stand in the file, while it is matched. */
  readonly sampleRows: readonly (readonly string[])[]
  /** At `preview`. */
  readonly preview: ImportPreview | null
  /** From the confirmation on. */
  readonly report: ImportReport | null
}

type Input = {
  readonly practiceId: string
  readonly importId: string
  readonly show: PlanKind
  /** From 1. */
  readonly page: number
}

/** Rows of a preview on one page. */
export const linesOnPage = 50
// As many as one form may carry, and more than anybody decides by hand.
const mostMissing = 500
const mostUndecided = 100
const mostKept = 200

/** A file of staff where it stands, for whoever manages the practice. */
export async function viewRosterImport(
  context: Context,
  input: Input,
): Promise<Result<RosterImportView, 'not-found'>> {
  const { tx, now, actor } = context
  const post = membershipWith(actor, input.practiceId, 'manage')
  const record = post && (await findImport(tx, post.practiceId, input.importId))
  if (!post || !record || record.stage === 'withdrawn') return refuse('not-found')
  const { practiceId, practiceName, capabilities, timeZone } = post
  const { fileName, stage, settings, total, done } = record
  const place = { practiceId, importId: record.id }
  const isConfirmed = ['apply', 'applied', 'undo', 'undone'].includes(stage)
  return ok({
    practiceId,
    practiceName,
    canAdminister: capabilities.includes('administer'),
    today: localDateAt(now, timeZone),
    importId: record.id,
    ...{ fileName, stage, settings, total, done },
    page: input.page,
    samples: stage === 'ask-encoding' ? await samplesOf(context, post, record) : [],
    sampleRows: stage === 'match' || stage === 'preview' ? await listSampleRows(tx, place, { limit: 3 }) : [],
    preview: stage === 'preview' ? await previewOf(context, place, input) : null,
    report: isConfirmed ? await reportOf(context, place) : null,
  })
}

async function samplesOf({ tx }: Context, { practiceId }: Membership, { id }: ImportRecord) {
  const bytes = await findImportFile(tx, practiceId, id)
  return bytes ? encodingSamples(bytes) : []
}

type Place = { readonly practiceId: PracticeId; readonly importId: string }

async function previewOf(
  { tx }: Context,
  place: Place,
  { show, page }: Pick<Input, 'show' | 'page'>,
): Promise<ImportPreview> {
  const undecided = await listPlannedLines(tx, place, 'undecided', { limit: mostUndecided, offset: 0 })
  const wanted = undecided.flatMap(({ plan }) => (plan.kind === 'undecided' ? plan.candidates : []))
  const posts = wanted.length === 0 ? [] : await listStaffPosts(tx, place.practiceId, { ids: wanted })
  return {
    counts: await countPlans(tx, place),
    problems: await listProblemGroups(tx, place),
    unknownWords: await listUnknownWords(tx, place),
    warnings: await countWarnings(tx, place),
    undecided,
    candidates: new Map(posts.map((post) => [post.staffMemberId, post])),
    lines: await listPlannedLines(tx, place, show, {
      limit: linesOnPage,
      offset: (page - 1) * linesOnPage,
    }),
    missing: await listMissing(tx, place, { limit: mostMissing }),
    invitable: await countInvitable(tx, place),
  }
}

async function reportOf({ tx }: Context, place: Place): Promise<ImportReport> {
  return {
    results: await countResults(tx, place),
    applied: await countApplied(tx, place),
    changedSince: await listLinesWith(tx, place, 'changed-since', { limit: mostKept }),
    kept: await listLinesWith(tx, place, 'kept', { limit: mostKept }),
  }
}
