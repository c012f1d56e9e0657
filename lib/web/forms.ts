import * as z from 'zod'
import fields from './messages/en/fields.json' with { type: 'json' }
import notices from './messages/en/notices.json' with { type: 'json' }
import problems from './messages/en/problems.json' with { type: 'json' }

const knownProblems: Record<string, string> = problems

/** One thing to mend: the field, and the key of the words that say how (namespace `problems`, or `refusals`). */
export type Problem = {
  readonly field: string | null
  readonly words: string
  /** What the words speak of, where they speak of more than the field; kept by no row. */
  readonly values?: Readonly<Record<string, string>>
}

/** Key of the words (namespace `notices`) by which a page says once what was done. */
export type Notice = keyof typeof notices

/** What a refused form gets back: what to mend, and what was typed, never a password. Or what a done deed says once. */
export type FormReturn = {
  readonly problems: readonly Problem[]
  readonly values: Readonly<Record<string, string | readonly string[]>>
  readonly notice: Notice | null
  /** The numbers that the notice's words speak of. */
  readonly counts: Readonly<Record<string, number>>
}

export const emptyFormReturn: FormReturn = { problems: [], values: {}, notice: null, counts: {} }

const secretFields = /password|code|token/i

/**
 * Fields as zod expects them: one value is a string, several of one name are a list. Nobody types the character zero, in a
 * name or a value, and no column holds it.
 */
export function fieldsOf(form: FormData): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {}
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).filter((value) => typeof value === 'string')
    const [first, ...others] = values.map(withoutZeros)
    if (first !== undefined) fields[withoutZeros(name)] = others.length > 0 ? [first, ...others] : first
  }
  return fields
}

const withoutZeros = (text: string) => text.replaceAll('\0', '')

/** The typed values that may be shown again. */
export function typedValues(fields: Record<string, string | string[]>): FormReturn['values'] {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !secretFields.test(name)))
}

const strangersShare = 16 * 1024

/** What is kept of a stranger's typing: the fields, in their order, that fit into 16 KB together. */
export function withinStrangersShare(values: FormReturn['values']): FormReturn['values'] {
  let left = strangersShare
  return Object.fromEntries(
    Object.entries(values).filter((field) => {
      const bytes = Buffer.byteLength(JSON.stringify(field))
      if (bytes > left) return false
      left -= bytes
      return true
    }),
  )
}

/** Schemas give the key of the words as their message: `z.string().min(1, 'name-missing')`. A field has one thing to mend. */
export function problemsOf(error: z.ZodError): Problem[] {
  const problems = error.issues.map((issue) => ({
    field: issue.path.length > 0 ? String(issue.path[0]) : null,
    words: issue.message in knownProblems ? issue.message : 'invalid',
  }))
  return problems.filter(({ field }, index) => problems.findIndex((each) => each.field === field) === index)
}

/** As people may mend them: what is wrong with a field that nobody sees is said once, of the whole form. */
export function mendable(problems: readonly Problem[]): readonly Problem[] {
  const seen = problems.filter(({ field }) => field === null || Object.hasOwn(fields, field))
  return seen.length === problems.length ? seen : [...seen, { field: null, words: 'form-broken' }]
}

/** A checkbox or a select of several: nothing, one or many values become a list. */
export const listField = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()))

const formReturn = z.object({
  problems: z.array(z.object({ field: z.string().nullable(), words: z.string() })),
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  notice: z.custom<Notice>((key) => typeof key === 'string' && Object.hasOwn(notices, key)).nullable(),
  counts: z.record(z.string(), z.number()).default({}),
})

/** What was kept of a refused form, or an empty form where nothing was. */
export function formReturnFrom(kept: unknown): FormReturn {
  const parsed = formReturn.safeParse(kept)
  return parsed.success ? parsed.data : emptyFormReturn
}
