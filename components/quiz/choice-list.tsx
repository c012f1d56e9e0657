import type { AnswerPartProps } from '#components/quiz/shown-item'
import { answerField } from '#lib/domain/curriculum/answer-fields'

/** Radio buttons where one option is right, tick boxes where several are. */
export function ChoiceList({ item, fields, language }: AnswerPartProps) {
  const name = answerField(item.itemId)
  const chosen = [fields[name] ?? []].flat()
  const isMultiple = item.kind === 'multiple'
  return (
    <div className="space-y-2" lang={language}>
      {/* Says that the boxes were there: without a tick they would send nothing, as if they were left as saved. */}
      {isMultiple && <input name={name} type="hidden" value="" />}
      {item.options.map((option) => (
        <label
          className="border-line has-checked:border-accent has-checked:bg-accent-soft flex min-h-11 cursor-pointer items-start gap-3 rounded-lg border p-3"
          key={option.id}
        >
          <input
            className="accent-accent mt-1 size-5 shrink-0"
            defaultChecked={chosen.includes(option.id)}
            name={name}
            type={isMultiple ? 'checkbox' : 'radio'}
            value={option.id}
          />
          <span>{option.text}</span>
        </label>
      ))}
    </div>
  )
}
