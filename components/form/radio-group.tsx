import { problemWords, type Returned } from '#components/form/form-parts'

type RadioGroupProps = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly returned: Returned
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly defaultValue?: string | undefined
}

/** One choice of a few, as native radio buttons with their problem beside them. */
export async function RadioGroup({ name, label, hint, returned, choices, defaultValue }: RadioGroupProps) {
  const chosen = returned.values[name] ?? defaultValue
  const problem = returned.problems.find(({ field }) => field === name)
  const wordsOf = await problemWords()
  const describedBy = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ')
  return (
    <fieldset
      aria-describedby={describedBy || undefined}
      className={problem ? 'border-danger border-l-4 pl-3' : ''}
      id={name}
      tabIndex={-1}
    >
      <legend className="mb-1 font-medium">{label}</legend>
      {hint && (
        <p className="text-muted mb-1 text-sm" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p className="text-danger mb-1 font-medium" id={`${name}-problem`}>
          {wordsOf(problem)}
        </p>
      )}
      {choices.map((choice) => (
        <label className="flex min-h-11 items-center gap-3" key={choice.value}>
          <input
            className="accent-accent size-5 shrink-0"
            defaultChecked={choice.value === chosen}
            name={name}
            type="radio"
            value={choice.value}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  )
}
