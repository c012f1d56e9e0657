import { getTranslations } from 'next-intl/server'
import type { AnswerPartProps } from '#components/quiz/shown-item'
import { placeField } from '#lib/domain/curriculum/answer-fields'

/** Each entry with a select of its place: an order without dragging, for keyboard, touch and a page without scripts alike. */
export async function OrderingList({ item, fields, language }: AnswerPartProps) {
  const t = await getTranslations('quiz')
  return (
    <ul className="space-y-2">
      {item.options.map((option) => {
        const name = placeField(item.itemId, option.id)
        return (
          <li className="border-line flex items-center gap-3 rounded-lg border p-2" key={option.id}>
            <select
              className="field w-24 shrink-0"
              defaultValue={[fields[name] ?? ''].flat()[0]}
              id={name}
              name={name}
            >
              <option value="">{t('choosePlace')}</option>
              {item.options.map(({ id }, index) => (
                <option key={id} value={index + 1}>
                  {index + 1}
                </option>
              ))}
            </select>
            <label className="grow py-2" htmlFor={name} lang={language}>
              {option.text}
            </label>
          </li>
        )
      })}
    </ul>
  )
}
