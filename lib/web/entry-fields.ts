import type { Route } from 'next'
import * as z from 'zod'
import { type Entry, type EntryKind, entryKinds, exemptionCategories } from '#lib/domain/people/entries/entry'
import { employmentKinds, roles } from '#lib/domain/people/roles'
import { type FormReturn, listField, type Problem, problemsOf } from '#lib/web/forms'
import {
  grantableCapabilities,
  localDate,
  optionalText,
  practiceId,
  staffMemberId,
} from '#lib/web/practice-fields'

/** Which entry an address is about. */
export const entryKind = z.enum(entryKinds)

const postFields = {
  role: z.enum(roles, 'role-missing'),
  employmentKind: z.enum(employmentKinds, 'kind-missing'),
  location: optionalText,
}
const requirement = z.uuid('requirement-missing')
const leaveFields = { which: z.uuid('leave-missing'), lastDay: localDate }
const correctionFields = {
  factId: z.uuid(),
  outcome: z.enum(['moved', 'struck'], 'outcome-missing'),
  to: z.string().optional(),
}

/** The questions of each entry, as its form and its address carry them. */
const shapes = {
  leave: { firstDay: localDate, lastDay: localDate },
  'leave-end': leaveFields,
  extension: { requirement, to: localDate },
  exemption: {
    requirement,
    firstDay: localDate,
    lastDay: localDate,
    category: z.enum(exemptionCategories, 'category-missing'),
  },
  'exemption-end': { ...leaveFields, which: z.uuid('exemption-missing') },
  post: { firstDay: localDate, ...postFields },
  'employment-end': { lastDay: localDate },
  'end-withdrawal': {},
  rehire: {
    name: z.string('name-missing').trim().min(1, 'name-missing').max(200, 'name-too-long'),
    startedOn: localDate,
    ...postFields,
    capabilities: listField.pipe(z.array(z.enum(grantableCapabilities)).max(4)),
  },
  correction: correctionFields,
} as const satisfies Record<EntryKind, z.ZodRawShape>

const movedTo = <Answers extends { outcome: 'moved' | 'struck'; to?: string | undefined }>(
  { outcome, to, ...answers }: Answers,
  context: z.RefinementCtx,
) => {
  const day = localDate.safeParse(outcome === 'moved' ? (to ?? '') : undefined)
  if (outcome === 'struck') return { ...answers, to: null }
  if (day.success) return { ...answers, to: day.data }
  const message = day.error.issues[0]?.message ?? 'date-missing'
  context.addIssue({ code: 'custom', path: ['to'], message })
  return z.NEVER
}

const tagged = <Kind extends EntryKind>(kind: Kind) =>
  z.strictObject(shapes[kind]).transform((answers) => ({ ...answers, kind }))

const ofFact = <Answers extends { which: string }>({ which: factId, ...answers }: Answers) => ({
  ...answers,
  factId,
})

const about = <Answers extends { requirement: string }>({
  requirement: requirementId,
  ...answers
}: Answers) => ({
  ...answers,
  requirementId,
})

const schemas: Readonly<Record<EntryKind, z.ZodType<Entry>>> = {
  leave: tagged('leave'),
  'leave-end': tagged('leave-end').transform(ofFact),
  extension: tagged('extension').transform(about),
  exemption: tagged('exemption').transform(about),
  'exemption-end': tagged('exemption-end').transform(ofFact),
  post: tagged('post'),
  'employment-end': tagged('employment-end'),
  'end-withdrawal': tagged('end-withdrawal'),
  rehire: tagged('rehire'),
  correction: z
    .strictObject(correctionFields)
    .transform(movedTo)
    .transform((answers) => ({ ...answers, kind: 'correction' as const })),
}

/** What the answers of a page say, or what is to be mended in them. */
function readEntry(kind: EntryKind, values: unknown): z.ZodSafeParseResult<Entry> {
  return schemas[kind].safeParse(values)
}

/** Written by a person, with a reason as long as one needs. */
const reason = z
  .string()
  .trim()
  .max(500, 'note-too-long')
  .optional()
  .transform((text) => text || null)

/** Entries that the one command saves. A rehire and an end of employment have their own. */
const savedKinds = entryKinds.filter((kind) => kind !== 'rehire' && kind !== 'employment-end')

/** An entry as it is saved: the answers again, the reason, and whose page it is. Strict, since `readEntry` is. */
export const entrySchema = z
  .object({ practiceId, staffMemberId, reason, idempotencyKey: z.uuid(), entry: z.enum(savedKinds) })
  .catchall(z.unknown())
  .transform(({ practiceId, staffMemberId, reason, idempotencyKey, entry: kind, ...answers }, context) => {
    const read = readEntry(kind, answers)
    if (read.success && read.data.kind !== 'rehire' && read.data.kind !== 'employment-end') {
      return { practiceId, staffMemberId, reason, idempotencyKey, entry: read.data }
    }
    for (const { path, message } of read.error?.issues ?? []) {
      context.addIssue({ code: 'custom', path: [...path], message })
    }
    return z.NEVER
  })

/** A rehire as it is saved. */
export const rehireSchema = z.strictObject({
  practiceId,
  staffMemberId,
  idempotencyKey: z.uuid(),
  ...shapes.rehire,
})

/** What an address carries of the answers of an entry, as it was typed. */
function typedEntry(
  kind: EntryKind,
  search: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.keys(shapes[kind]).flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])),
  )
}

type Values = FormReturn['values']

/** What a page of entries is asked: the answers, whether they were given, and what they say. */
export type EntryQuestion = {
  readonly values: Record<string, string | string[]>
  readonly factId: string | null
  /** Whether the questions were answered; until then nothing is wrong with them. */
  readonly asked: boolean
  readonly entry: Entry | null
  readonly problems: readonly Problem[]
}

/** From the page's address, or from what was kept of a form that could not be saved. */
export function entryQuestion(
  kind: EntryKind,
  search: Readonly<Record<string, string | string[] | undefined>>,
  kept: { readonly values: Values },
): EntryQuestion {
  const returned = Object.fromEntries(
    Object.entries(kept.values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : [...value],
    ]),
  )
  const values = typedEntry(kind, { ...search, ...returned })
  const asked = search['check'] === '1' || Object.keys(returned).length > 0
  const read = asked ? readEntry(kind, values) : undefined
  const factId = z.uuid().safeParse(values['factId'])
  return {
    values,
    factId: factId.success ? factId.data : null,
    asked,
    entry: read?.success ? read.data : null,
    problems: read?.error ? problemsOf(read.error) : [],
  }
}

/** The page's address with the answers in it, `check` left out: the questions again. */
export function entryAddress(page: Route, values: Readonly<Record<string, string | string[]>>): Route {
  const search = new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  )
  return `${page}?${search}` as Route
}
