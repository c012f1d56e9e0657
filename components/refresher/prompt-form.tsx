import { getTranslations } from 'next-intl/server'
import { Question } from '#components/quiz/question'
import type { Fields, ShownItem } from '#components/quiz/shown-item'
import { itemOfField } from '#lib/domain/curriculum/answer-fields'
import type { Language } from '#lib/domain/language'

type PromptFormProps = {
  readonly action: string
  readonly prompt: Omit<ShownItem, 'chosen' | 'revision'> & {
    readonly place: number
    readonly language: Language
  }
  readonly count: number
  /** What was in the form when it was refused. */
  readonly typed: Fields
  /** It has no whole answer, and this is said. */
  readonly marked: boolean
}

/** The question of now as native fields with one main button: no script is needed. */
export async function PromptForm({ action, prompt, count, typed, marked }: PromptFormProps) {
  const t = await getTranslations('refreshers')
  const { place, language, vignette, itemId } = prompt
  const own = Object.entries(typed).filter(([name]) => itemOfField(name) === itemId)
  return (
    <form action={action} method="post">
      <input name="place" type="hidden" value={place} />
      {vignette && (
        <section aria-labelledby="situation" className="border-accent mb-4 border-l-4 pl-4">
          <h2 className="mb-2 text-lg" id="situation">
            {t('situation')}
          </h2>
          <p lang={language}>{vignette.text}</p>
        </section>
      )}
      <Question
        count={count}
        fields={Object.fromEntries(own)}
        hasTwoAnswers={false}
        item={{ ...prompt, chosen: [], revision: 0 }}
        language={language}
        marked={marked}
        number={place}
      />
      <button className="button mt-6 w-full sm:w-auto" type="submit">
        {t('answer')}
      </button>
    </form>
  )
}
