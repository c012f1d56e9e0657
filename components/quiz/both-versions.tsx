import { getTranslations } from 'next-intl/server'
import type { AnswerPartProps, ShownItem } from '#components/quiz/shown-item'
import { answersFromFields, revisionField } from '#lib/domain/curriculum/answer-fields'
import { sidesOf } from '#lib/domain/curriculum/item-kind'

/**
 * Two answers to one question, side by side, given on two pages or devices. Whoever chooses the own one says by its revision
 * that the other one was seen; until one is chosen, neither is lost.
 */
export async function BothVersions({ item, fields, language }: AnswerPartProps) {
  const t = await getTranslations('quiz')
  const own = answersFromFields(fields).answers[item.itemId] ?? []
  const versions = [
    { title: t('ownVersion'), chosen: own, value: String(item.revision) },
    { title: t('savedVersion'), chosen: item.chosen, value: 'saved' },
  ]
  return (
    <>
      <p className="text-danger mb-3 font-medium">{t('twoVersions')}</p>
      {Object.entries(fields).flatMap(([name, values]) =>
        [values]
          .flat()
          .map((value) => <input key={`${name} ${value}`} name={name} type="hidden" value={value} />),
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        {versions.map(({ title, chosen, value }) => (
          <label
            className="border-line has-checked:border-accent has-checked:bg-accent-soft flex min-h-11 cursor-pointer items-start gap-3 rounded-lg border p-3"
            key={value}
          >
            <input
              className="accent-accent mt-1 size-5 shrink-0"
              name={revisionField(item.itemId)}
              type="radio"
              value={value}
            />
            <span>
              <span className="text-muted block text-sm">{title}</span>
              <span lang={language}>{wordsOf(item, chosen)}</span>
            </span>
          </label>
        ))}
      </div>
    </>
  )
}

/** In the order in which they stand: "a; b", "1. a; 2. b", or "left: right; left: right". */
function wordsOf({ kind, prompts, options }: ShownItem, chosen: readonly string[]): string {
  const textOf = (texts: typeof options, id: string) => texts.find((text) => text.id === id)?.text ?? '–'
  const words = chosen.map((id, index) => {
    if (kind === 'ordering') return `${index + 1}. ${textOf(options, id)}`
    const sides = kind === 'matching' ? sidesOf(id) : undefined
    return sides
      ? `${textOf(prompts, sides.promptId)}: ${textOf(options, sides.optionId)}`
      : textOf(options, id)
  })
  return words.join('; ') || '–'
}
