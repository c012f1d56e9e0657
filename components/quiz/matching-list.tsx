import { getTranslations } from 'next-intl/server'
import type { AnswerPartProps } from '#components/quiz/shown-item'
import { matchField } from '#lib/domain/curriculum/answer-fields'

/** Each prompt with a select of all options. */
export async function MatchingList({ item, fields, language }: AnswerPartProps) {
  const t = await getTranslations('quiz')
  return (
    <ul className="space-y-4">
      {item.prompts.map((prompt) => {
        const name = matchField(item.itemId, prompt.id)
        return (
          <li className="grid gap-x-4 gap-y-1 md:grid-cols-2 md:items-center" key={prompt.id}>
            <label className="font-medium" htmlFor={name} lang={language}>
              {prompt.text}
            </label>
            <select className="field" defaultValue={[fields[name] ?? ''].flat()[0]} id={name} name={name}>
              <option value="">{t('chooseOption')}</option>
              {item.options.map((option) => (
                <option key={option.id} lang={language} value={option.id}>
                  {option.text}
                </option>
              ))}
            </select>
          </li>
        )
      })}
    </ul>
  )
}
