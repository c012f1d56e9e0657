import { getTranslations } from 'next-intl/server'
import type { Language } from '#lib/domain/language'

export type ShownItem = {
  readonly itemId: string
  readonly stem: string
  readonly options: readonly { readonly id: string; readonly text: string }[]
  /** What was saved. */
  readonly chosen: readonly string[]
}

type Typed = Readonly<Record<string, string | readonly string[]>>
type QuizItemsProps = {
  readonly items: readonly ShownItem[]
  /** Of the questions. */
  readonly language: Language
  /** What was in the form when it was refused; it goes before what was saved. */
  readonly typed: Typed
  /** Says at each question without an answer that it has none. */
  readonly marksHoles: boolean
}

const fieldOf = ({ itemId }: ShownItem) => `answer.${itemId}`
const chosenIn = (item: ShownItem, typed: Typed) => [typed[fieldOf(item)] ?? item.chosen].flat()

/** The fields of the questions that have no answer, in the order of the page. */
export const unansweredFields = (items: readonly ShownItem[], typed: Typed) =>
  items.filter((item) => chosenIn(item, typed).length === 0).map(fieldOf)

/** The questions as fieldsets of native radio buttons: no script is needed to answer or to hand in. */
export async function QuizItems({ items, language, typed, marksHoles }: QuizItemsProps) {
  const t = await getTranslations('quiz')
  return (
    <ol className="space-y-6">
      {items.map((item, index) => {
        const name = fieldOf(item)
        const chosen = chosenIn(item, typed)
        return (
          <li key={item.itemId}>
            <fieldset className="card" id={name} tabIndex={-1}>
              <legend className="float-left mb-3 w-full">
                <span className="text-muted mb-1 block text-sm">
                  {t('question', { number: index + 1, count: items.length })}
                </span>
                {marksHoles && chosen.length === 0 && (
                  <span className="text-danger mb-1 block font-medium">{t('unanswered')}</span>
                )}
                <span className="text-lg font-semibold" lang={language}>
                  {item.stem}
                </span>
              </legend>
              <div className="clear-both space-y-2" lang={language}>
                {item.options.map((option) => (
                  <label
                    className="border-line has-checked:border-accent has-checked:bg-accent-soft flex min-h-11 cursor-pointer items-start gap-3 rounded-lg border p-3"
                    key={option.id}
                  >
                    <input
                      className="accent-accent mt-1 size-5 shrink-0"
                      defaultChecked={chosen.includes(option.id)}
                      name={name}
                      type="radio"
                      value={option.id}
                    />
                    <span>{option.text}</span>
                  </label>
                ))}
              </div>
            </fieldset>
          </li>
        )
      })}
    </ol>
  )
}
