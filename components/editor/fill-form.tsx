import type { ComponentName } from '#lib/domain/curriculum/lesson-tree'
import type { AttributeValue } from '#lib/domain/curriculum/source/change-attributes'
import type {
  ComponentField,
  ComponentForm,
  FilledComponent,
} from '#lib/domain/curriculum/source/component-form'

const textOf = (data: FormData, name: string) => String(data.get(name) ?? '').replaceAll('\r\n', '\n')

function valueIn(field: ComponentField, data: FormData, name: string): AttributeValue {
  if (field.kind === 'yes') return data.has(name) ? true : undefined
  const text = textOf(data, name)
  return text.trim() === '' ? undefined : text
}

/** The attributes as the form has them; those that it did not offer are not among them. */
export function attributesIn(
  form: ComponentForm,
  data: FormData,
  prefix: string,
): Record<string, AttributeValue> {
  const offered = form.fields.filter((field) => field.kind === 'yes' || data.has(`${prefix}${field.name}`))
  return Object.fromEntries(
    offered.map((field) => [field.name, valueIn(field, data, `${prefix}${field.name}`)]),
  )
}

/** The prefix of the fields of one part. */
export const partPrefix = (name: ComponentName, index: number) => `${name}-${index}-`

export type PartCounts = Readonly<Record<string, number>>

/** A new component, as its form was filled in. */
export function filledIn(
  form: ComponentForm,
  forms: readonly ComponentForm[],
  data: FormData,
  counts: PartCounts,
  prefix = '',
): FilledComponent {
  const given = Object.entries(attributesIn(form, data, prefix))
  const attributes = given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  const parts = form.parts.flatMap(({ name }) => {
    const part = forms.find((each) => each.name === name)
    const indices = Array.from({ length: counts[name] ?? 0 }, (_, index) => index)
    return part ? indices.map((index) => filledIn(part, forms, data, {}, partPrefix(name, index))) : []
  })
  return {
    name: form.name,
    attributes: Object.fromEntries(attributes),
    text: textOf(data, `${prefix}text-of`),
    parts,
  }
}
