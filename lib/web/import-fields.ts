import * as z from 'zod'
import type { StaffMemberId } from '#lib/domain/ids'
import { employmentKinds, roles } from '#lib/domain/people/roles'
import { importFields } from '#lib/domain/people/roster-import/columns'
import type { RowChoice } from '#lib/domain/people/roster-import/match-row'
import type { UploadedFile } from '#lib/web/command-shape'

export const importId = z.uuid()

/** The largest file of staff that is taken. */
export const mostImportBytes = 5 * 1024 * 1024

/** What the wrapper made of the file field. */
export const uploadedFile = z.custom<UploadedFile>(
  (file) => typeof file === 'object' && file !== null && 'bytes' in file && 'name' in file,
  'file-missing',
)

type Fields = Record<string, string | string[]>

/** The form's `column.<number>` fields as one list, in the order of the columns. */
export function columnsIn(fields: Fields): Record<string, unknown> {
  const { numbered, others } = numberedFields(fields, /^column\.(\d{1,3})$/)
  const columns: string[] = []
  for (const [index, value] of numbered) columns[Number(index)] = value
  return { ...others, columns: Array.from(columns, (value) => value ?? '') }
}

const notRead = z.literal('').transform(() => null)
export const columns = z.array(z.union([z.enum(importFields), notRead])).max(100)

/**
 * The form's answers by what they answer: `role.<n>` and `kind.<n>` say what the word in `roleWord.<n>` and `kindWord.<n>`
 * means, `row.<number>` whom a row means. What was left open is not answered.
 */
export function answersToImport(fields: Fields): Record<string, unknown> {
  const words = numberedFields(fields, /^((?:role|kind)Word\.\d{1,3})$/)
  const wordOf = new Map(words.numbered)
  const roleFields = numberedFields(words.others, /^role\.(\d{1,3})$/)
  const kindFields = numberedFields(roleFields.others, /^kind\.(\d{1,3})$/)
  const rowFields = numberedFields(kindFields.others, /^row\.(\d{1,6})$/)
  const said = ([, value]: readonly [string, string]) => value !== ''
  return {
    ...rowFields.others,
    roles: roleFields.numbered.filter(said).map(([n, role]) => ({ word: wordOf.get(`roleWord.${n}`), role })),
    kinds: kindFields.numbered.filter(said).map(([n, kind]) => ({ word: wordOf.get(`kindWord.${n}`), kind })),
    choices: rowFields.numbered.filter(said).map(([number, choice]) => ({ number: Number(number), choice })),
  }
}

function numberedFields(fields: Fields, pattern: RegExp) {
  const numbered: [string, string][] = []
  const others: Fields = {}
  for (const [name, value] of Object.entries(fields)) {
    const number = pattern.exec(name)?.[1]
    if (number !== undefined && typeof value === 'string') numbered.push([number, value])
    else others[name] = value
  }
  return { numbered, others }
}

const word = z.string().min(1).max(200)
const choice = z.union([
  z.enum(['new', 'leave-out']).transform((kind): RowChoice => ({ kind })),
  z.uuid().transform((id): RowChoice => ({ kind: 'person', staffMemberId: id as StaffMemberId })),
])

export const importAnswers = {
  roles: z.array(z.strictObject({ word, role: z.enum(roles) })).max(200),
  kinds: z.array(z.strictObject({ word, kind: z.enum(employmentKinds) })).max(200),
  choices: z.array(z.strictObject({ number: z.int().min(1).max(1_000_000), choice })).max(200),
  dayOrder: z
    .enum(['month-first', 'day-first'])
    .optional()
    .transform((order) => order ?? null),
}

/** "": as the file tells. */
const asTold = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z
    .union([z.enum(values), notRead])
    .optional()
    .transform((value) => value ?? null)

export const importReading = {
  encoding: asTold(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15', 'macintosh']),
  delimiter: asTold([',', ';', '\t', '|']),
  sheet: z.coerce.number().int().min(0).max(49).optional().default(0),
}

const planKinds = ['new', 'back', 'changed', 'unchanged', 'left-out', 'problem'] as const

/** Which rows of a preview are shown. What makes no sense is read as not said. */
export const importShown = z.object({
  show: z.enum(planKinds).catch('new'),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
})
