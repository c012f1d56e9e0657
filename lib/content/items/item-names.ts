import { phoneNumberAt } from '#lib/content/lesson/phone-text'
import { type ItemForm, usedOptions, usedPrompts } from '#lib/domain/authoring/item-form'
import { bloomLevels } from '#lib/domain/curriculum/module'
import { hiddenCharacter } from '#lib/domain/curriculum/source/hidden-characters'

/** What a form alone cannot tell of an item, at the field that it concerns. */
export type NamedProblem = {
  readonly field: string
  readonly words:
    | 'objective-unknown'
    | 'bloom-unknown'
    | 'source-unknown'
    | 'vignette-unknown'
    | 'phone'
    | 'hidden-sign'
}

type Names = {
  readonly objectives: readonly string[]
  readonly sources: readonly string[]
  readonly vignettes: readonly string[]
}

/** Whether what an item names exists, and whether its texts hold what no text of an item may hold. */
export function namedProblems(form: ItemForm, names: Names): readonly NamedProblem[] {
  const parts = [...usedOptions(form), ...usedPrompts(form)]
  const texts = [form.stem, ...parts.flatMap(({ text, rationale }) => [text, rationale])]
  const unknown = (name: string, known: readonly string[]) => name !== '' && !known.includes(name)
  const found: readonly (NamedProblem | false)[] = [
    texts.some((text) => phoneNumberAt(text) !== undefined) && { field: 'itemStem', words: 'phone' },
    texts.some(hiddenCharacter) && { field: 'itemStem', words: 'hidden-sign' },
    unknown(form.objective, names.objectives) && { field: 'itemObjective', words: 'objective-unknown' },
    unknown(form.bloom, bloomLevels) && { field: 'itemBloom', words: 'bloom-unknown' },
    unknown(form.source, names.sources) && { field: 'itemSource', words: 'source-unknown' },
    unknown(form.vignette, names.vignettes) && { field: 'itemVignette', words: 'vignette-unknown' },
  ]
  return found.filter((each) => each !== false)
}
