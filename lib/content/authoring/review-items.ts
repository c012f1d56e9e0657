import { lineOf, partOf, textOf } from '#lib/content/authoring/review-part'
import { readSource } from '#lib/content/yaml-edit/yaml-source'
import { isList, isMap, type YamlValue } from '#lib/content/yaml-edit/yaml-text'
import type { Line, ReviewPart } from '#lib/domain/authoring/review/review-part'
import type { Objective } from '#lib/domain/curriculum/module'
import type { Language } from '#lib/domain/language'

type YamlMap = { readonly [key: string]: YamlValue }

const mapsIn = (value: YamlValue | undefined): readonly YamlMap[] =>
  value !== undefined && isList(value) ? value.filter(isMap) : []

/** The items of a bank with options, key and rationale, as far as they can be read. */
export function reviewItems(
  quizText: string,
  objectives: readonly Objective[],
  translation: Language | null,
): readonly ReviewPart[] {
  const quiz = quizText === '' ? undefined : readSource(quizText)?.value
  if (quiz === undefined || !isMap(quiz)) return []
  const vignettes = mapsIn(quiz['vignettes'])
  return mapsIn(quiz['items']).map((item) => {
    const name = textOf(item['id'])
    const vignette = vignettes.find(({ id }) => textOf(id) === textOf(item['vignette']))
    const said = vignette && item['vignette'] ? { item, vignette } : { item }
    const lines = [
      ...(vignette && item['vignette'] ? [lineOf('vignette', vignette['text'])] : []),
      lineOf('stem', item['stem']),
      ...mapsIn(item['prompts']).map((prompt) => promptLine(prompt, mapsIn(item['options']))),
      ...mapsIn(item['options']).map((option) => optionLine(option, item['kind'], translation)),
      lineOf('objective', objectives.find(({ id }) => id === textOf(item['objective']))?.text),
      ...(item['mustPass'] === true ? [lineOf('mustPass', name)] : []),
    ]
    return partOf(
      { place: `item:${name}`, name, translation },
      said,
      lines.filter(({ text }) => text !== ''),
    )
  })
}

function promptLine(prompt: YamlMap, options: readonly YamlMap[]): Line {
  const paired = options.find(({ id }) => textOf(id) === textOf(prompt['option']))
  const pair = paired ? ` = ${textOf(paired['text'])}` : ''
  const text = `${textOf(prompt['text'])}${pair}`
  return lineOf('prompt', text, { of: textOf(prompt['id']), rationale: textOf(prompt['rationale']) || null })
}

/** A translation says no key: it is the original's. */
function optionLine(option: YamlMap, kind: YamlValue | undefined, translation: Language | null): Line {
  const place = textOf(option['place'])
  const hasKey = translation === null && kind !== 'ordering' && kind !== 'matching'
  return lineOf('option', option['text'], {
    of: place === '' ? textOf(option['id']) : `${textOf(option['id'])}, ${place}`,
    rationale: textOf(option['rationale']) || null,
    isRight: hasKey ? option['correct'] === true : null,
  })
}
