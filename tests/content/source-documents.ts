import fc from 'fast-check'
import { componentForms } from '#lib/content/lesson/component-forms'
import type { ComponentName } from '#lib/domain/curriculum/lesson-tree'
import type {
  ComponentField,
  ComponentForm,
  FilledComponent,
} from '#lib/domain/curriculum/source/component-form'
import { invariant } from '#lib/domain/invariant'

export function formOf(name: ComponentName): ComponentForm {
  const form = componentForms.find((each) => each.name === name)
  invariant(form, 'every component has a form')
  return form
}

/** Signs that mean something to a parser, and words. */
const sign = fc.constantFrom(
  ...'*_[](){}<>/="`\\&|#-+:~!.;a é\'',
  '&amp;',
  '&quot;',
  '&#x7b;',
  '&nbsp;',
  '{a}',
)
const odd = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(''))
const start = fc.constantFrom(
  'Words',
  'import a',
  'export b',
  '1. one',
  '- two',
  '# three',
  '---',
  '> four',
  '',
)

/** Words that somebody may type, with at least one letter, and nothing that looks like a phone number. */
export const typedWords = fc
  .tuple(start, odd, fc.constantFrom('end', 'fin.'))
  .map((pieces) => pieces.join(' '))
export const typedText = fc.array(typedWords, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))

function anyValue(field: ComponentField, ids: Readonly<Record<string, string>>): fc.Arbitrary<string | true> {
  if (field.register !== undefined) return fc.constant(ids[field.register] ?? 'nobody')
  switch (field.kind) {
    case 'yes':
      return fc.constant(true as const)
    case 'choice':
      return fc.constantFrom(...(field.choices ?? []))
    case 'name':
      return fc.constantFrom('c1', 'second-check', 'a')
    case 'words':
      return typedWords
  }
}

function attributesOf(form: ComponentForm, ids: Readonly<Record<string, string>>) {
  const fields = form.fields.filter(({ kind }) => kind !== 'yes')
  const values = Object.fromEntries(fields.map((field) => [field.name, anyValue(field, ids)]))
  const requiredKeys = fields.filter(({ isRequired }) => isRequired).map(({ name }) => name)
  return fc.record(values, { requiredKeys }) as fc.Arbitrary<Record<string, string | true>>
}

const texts = { none: fc.constant(''), inlines: typedWords, blocks: typedText }

/** A form filled in with anything, its parts included; the first option of a check is the right one. */
export function filledForm(
  form: ComponentForm,
  ids: Readonly<Record<string, string>>,
): fc.Arbitrary<FilledComponent> {
  const parts = form.parts.map(({ name, least, most }) =>
    fc.array(filledForm(formOf(name), ids), { minLength: least, maxLength: Math.min(most, 3) }),
  )
  return fc
    .record({
      name: fc.constant(form.name),
      attributes: attributesOf(form, ids),
      text: texts[form.text],
      parts: fc.tuple(...parts).map((lists) => lists.flat()),
    })
    .map((filled) => ({ ...filled, parts: filled.parts.map(asRightWhenFirst) }))
}

const asRightWhenFirst = (part: FilledComponent, index: number): FilledComponent =>
  part.name === 'Option' && index === 0
    ? { ...part, attributes: { ...part.attributes, correct: true } }
    : part
