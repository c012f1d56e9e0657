import { problemWords, type Returned } from '#components/form/form-parts'
import { wordsOf } from '#components/ui/words'
import type { DecisionScene } from '#lib/domain/curriculum/case'
import type { Language } from '#lib/domain/language'

type ChoiceFormProps = {
  readonly action: string
  /** A trial asks for its next page; a play posts. */
  readonly method: 'get' | 'post'
  /** What the form says beside the choice. */
  readonly hidden: Readonly<Record<string, string | number>>
  readonly scene: DecisionScene
  readonly language: Language
  readonly returned: Returned
}

/** The choices of a scene as native radio buttons and one main button: no script is needed. */
export async function ChoiceForm({ action, method, hidden, scene, language, returned }: ChoiceFormProps) {
  const t = await wordsOf('cases')
  const problemText = await problemWords()
  const problem = returned.problems.find(({ field }) => field === 'optionId')
  return (
    <form action={action} className="mt-6" method={method}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} name={name} type="hidden" value={value} />
      ))}
      <fieldset
        aria-describedby={problem && 'optionId-problem'}
        className={problem ? 'border-danger border-l-4 pl-3' : ''}
        id="optionId"
        tabIndex={-1}
      >
        <legend className="mb-3 text-lg font-semibold" lang={language}>
          {scene.question}
        </legend>
        {problem && (
          <p className="text-danger mb-2 font-medium" id="optionId-problem">
            {problemText(problem)}
          </p>
        )}
        <div className="space-y-2" lang={language}>
          {scene.options.map(({ id, text }) => (
            <label
              className="border-line has-checked:border-accent has-checked:bg-accent-soft flex min-h-11 cursor-pointer items-start gap-3 rounded-lg border p-3"
              key={id}
            >
              <input className="accent-accent mt-1 size-5 shrink-0" name="optionId" type="radio" value={id} />
              <span>{text}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <button className="button mt-6 w-full sm:w-auto" type="submit">
        {t('choose')}
      </button>
    </form>
  )
}
