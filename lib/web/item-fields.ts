import * as z from 'zod'
import {
  type ItemForm,
  itemFaults,
  type OptionLetter,
  optionLetters,
  type PromptLetter,
  promptLetters,
  slotField,
  slotsOf,
} from '#lib/domain/authoring/item-form'
import { type ItemKind, itemKinds, itemStates } from '#lib/domain/curriculum/item-kind'
import { bloomLevels } from '#lib/domain/curriculum/module'
import { type FormReturn, listField } from '#lib/web/forms'

export const itemKind = z.enum(itemKinds)
export const itemId = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
export const mark = z.string().max(64).default('')
export const move = z.enum(['up', 'down'])

/** Longer than any text of an item, so that its own rules say what is too long. */
const typed = z
  .string()
  .max(8000)
  .default('')
  .overwrite((text) => text.replace(/\s+/g, ' ').trim())
const letter = z.union([z.literal(''), z.enum(optionLetters)]).default('')

const partsOfSlot = {
  text: optionLetters,
  rationale: optionLetters,
  place: optionLetters,
  prompt: promptLetters,
  because: promptLetters,
} as const
const slots = Object.fromEntries(
  Object.entries(partsOfSlot).flatMap(([part, letters]) =>
    letters.map((id: OptionLetter | PromptLetter) => [
      slotField(part as keyof typeof partsOfSlot, id),
      typed,
    ]),
  ),
)
const pairs = Object.fromEntries(promptLetters.map((id) => [slotField('pair', id), letter]))

/** The fields of an item, whatever its kind. What an author left out stays empty, and is named by `itemProblems`. */
export const itemFormFields = {
  itemKind,
  itemStem: typed,
  itemObjective: typed,
  itemBloom: z.union([z.literal(''), z.enum(bloomLevels)]).default(''),
  itemSource: typed,
  itemState: z.union([z.literal(''), z.enum(itemStates)]).default(''),
  itemVignette: typed,
  mustPass: z.literal('on').optional(),
  right: listField,
  ...slots,
  ...pairs,
}

type Fields = z.output<z.ZodObject<typeof itemFormFields>>

/** The item that a form says. */
export function itemFormOf(fields: Fields): ItemForm {
  const { itemKind: kind } = fields
  const all: Readonly<Record<string, unknown>> = fields
  const said = (part: Parameters<typeof slotField>[0], id: OptionLetter | PromptLetter) =>
    String(all[slotField(part, id)] ?? '')
  const { most } = slotsOf[kind]
  return {
    kind,
    stem: fields.itemStem,
    objective: fields.itemObjective,
    bloom: fields.itemBloom,
    source: fields.itemSource,
    state: fields.itemState,
    vignette: fields.itemVignette,
    mustPass: fields.mustPass === 'on',
    options: optionLetters.slice(0, most).map((id) => ({
      id,
      text: said('text', id),
      rationale: said('rationale', id),
      place: kind === 'ordering' ? said('place', id) : '',
    })),
    prompts: (kind === 'matching' ? promptLetters.slice(0, most) : []).map((id) => ({
      id,
      text: said('prompt', id),
      pair: said('pair', id),
      rationale: said('because', id),
    })),
    right: kind === 'single' || kind === 'multiple' ? fields.right : [],
  }
}

/** Names everything that the item lacks at its field. For `superRefine`. */
export function itemProblems(fields: Fields, context: Pick<z.RefinementCtx, 'addIssue'>): void {
  for (const { field, words } of itemFaults(itemFormOf(fields))) {
    context.addIssue({ code: 'custom', path: [field], message: words })
  }
}

/** What the fields of a form show of an item, by their names. */
function itemValues(form: ItemForm): Readonly<Record<string, string | readonly string[]>> {
  const entries: [string, string | readonly string[]][] = [
    ['itemStem', form.stem],
    ['itemObjective', form.objective],
    ['itemBloom', form.bloom],
    ['itemSource', form.source],
    ['itemState', form.state],
    ['itemVignette', form.vignette],
    ['mustPass', form.mustPass ? ['on'] : []],
    ['right', form.kind === 'single' ? (form.right[0] ?? '') : form.right],
    ...form.options.flatMap(({ id, text, rationale, place }): [string, string][] => [
      [slotField('text', id), text],
      [slotField('rationale', id), rationale],
      [slotField('place', id), place],
    ]),
    ...form.prompts.flatMap(({ id, text, pair, rationale }): [string, string][] => [
      [slotField('prompt', id), text],
      [slotField('pair', id), pair],
      [slotField('because', id), rationale],
    ]),
  ]
  return Object.fromEntries(entries)
}

/** What the form shows: what was typed, where it was refused, otherwise the item. */
export const shownItem = (returned: FormReturn, form: ItemForm): FormReturn =>
  'itemKind' in returned.values ? returned : { ...returned, values: itemValues(form) }

/** The kind of an item that was refused, where it is gone meanwhile. */
export const typedKind = ({ values }: FormReturn): ItemKind | undefined =>
  itemKind.safeParse(values['itemKind']).data

/** From which state of the item the form goes on: the one that was read first, until both versions have been shown. */
export function readMark({ values }: FormReturn, now: string, isShown: boolean): string {
  const typedMark = values['mark']
  return isShown || typeof typedMark !== 'string' ? now : typedMark
}
