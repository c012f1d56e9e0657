import { getTranslations } from 'next-intl/server'

export type ShownItem = {
  readonly itemId: string
  readonly stem: string
  readonly options: readonly { readonly id: string; readonly text: string }[]
  /** What was saved. */
  readonly chosen: readonly string[]
}

type QuizItemsProps = {
  readonly items: readonly ShownItem[]
  /** What was in the form when it was refused; it goes before what was saved. */
  readonly typed: Readonly<Record<string, string | readonly string[]>>
}

/** The questions as fieldsets of native radio buttons: no script is needed to answer or to hand in. */
export async function QuizItems({ items, typed }: QuizItemsProps) {
  const t = await getTranslations('quiz')
  return (
    <ol className="space-y-6">
      {items.map((item, index) => {
        const name = `answer.${item.itemId}`
        const chosen = [typed[name] ?? item.chosen].flat()
        return (
          <li key={item.itemId}>
            <fieldset className="card" id={name} tabIndex={-1}>
              <legend className="float-left mb-3 w-full">
                <span className="text-muted mb-1 block text-sm">
                  {t('question', { number: index + 1, count: items.length })}
                </span>
                <span className="text-lg font-semibold">{item.stem}</span>
              </legend>
              <div className="clear-both space-y-2">
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
