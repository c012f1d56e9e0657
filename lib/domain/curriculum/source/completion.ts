import type { ComponentForm, RegisterChoices } from '#lib/domain/curriculum/source/component-form'

/** What may be written at a place. `from`: where the word begins that it replaces. */
export type Completions = {
  readonly from: number
  readonly options: readonly { readonly label: string; readonly detail: string; readonly insert: string }[]
}

const looksBack = 1000
const name = /<([A-Z]?[A-Za-z]*)$/
const insideTag = /<([A-Z][A-Za-z0-9]*)\s(?:[^<>"]|"[^"]*")*$/
const inValue = /([\w-]+)="([^"]*)$/
const inName = /(?:^|\s)([\w-]*)$/

/** The names of components, of their attributes, and what their values may be, after the text before the cursor. */
export function completionsAfter(
  before: string,
  forms: readonly ComponentForm[],
  choices: RegisterChoices,
): Completions | undefined {
  const text = before.slice(-looksBack)
  const named = name.exec(text)
  if (named) return names(before.length - (named[1] ?? '').length, forms)
  const tag = openTag(text)
  const form = tag && forms.find((each) => each.name === tag.name)
  if (!form) return undefined
  const value = inValue.exec(tag.rest)
  return value
    ? values(before.length - (value[2] ?? '').length, form, value[1] ?? '', choices)
    : attributes(before.length, tag.rest, form)
}

/** The tag that is still open at the end, its quotes taken in pairs. */
function openTag(text: string): { name: string; rest: string } | undefined {
  const at = text.lastIndexOf('<')
  const rest = at < 0 ? '' : text.slice(at)
  const isValue = (rest.split('"').length - 1) % 2 === 1
  const found = insideTag.exec(isValue ? `${rest}"` : rest)
  return found ? { name: found[1] ?? '', rest } : undefined
}

const names = (from: number, forms: readonly ComponentForm[]): Completions => ({
  from,
  options: forms.map(({ name: label }) => ({ label, detail: '', insert: label })),
})

function values(
  from: number,
  form: ComponentForm,
  attribute: string,
  choices: RegisterChoices,
): Completions | undefined {
  const field = form.fields.find((each) => each.name === attribute)
  const ids = field?.register
    ? choices[field.register]
    : (field?.choices ?? []).map((id) => ({ id, words: '' }))
  if (ids.length === 0) return undefined
  return { from, options: ids.map(({ id, words }) => ({ label: id, detail: words, insert: id })) }
}

function attributes(end: number, rest: string, form: ComponentForm): Completions | undefined {
  const typed = inName.exec(rest)
  if (!typed) return undefined
  const free = form.fields.filter((field) => !new RegExp(`\\s${field.name}(?:=|\\s)`).test(rest))
  const options = free.map(({ name: label, kind }) => ({
    label,
    detail: '',
    insert: kind === 'yes' ? label : `${label}=""`,
  }))
  return { from: end - (typed[1] ?? '').length, options }
}
