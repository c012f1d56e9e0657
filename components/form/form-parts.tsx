import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

export type FormProblem = {
  readonly field: string | null
  readonly words: string
  /** What the words speak of, where they speak of more than the field. */
  readonly values?: Readonly<Record<string, string>>
}
export type Returned = {
  readonly problems: readonly FormProblem[]
  readonly values: Readonly<Record<string, string | readonly string[]>>
}

/**
 * The words of a problem: from the fields' own list, or from the refusals of the use cases. What many fields may say names
 * its field, so that no two links of a summary read alike.
 */
export async function problemWords(): Promise<(problem: FormProblem) => string> {
  const problems = await getTranslations('problems')
  const refusals = await getTranslations('refusals')
  const fields = await getTranslations('fields')
  return ({ words, field, values }) => {
    // `none` is what a sentence says that knows no latest day.
    if (refusals.has(words as never)) return refusals(words as never, { latest: 'none', ...values } as never)
    const named = field !== null && fields.has(field as never) ? field : 'other'
    return problems(words as 'invalid', { field: fields(named as never) })
  }
}

/** First thing on a refused form: what to mend, each a link to its field, in the words that stand beside the field. */
export async function ErrorSummary({ returned }: { returned: Returned }) {
  if (returned.problems.length === 0) return null
  const t = await getTranslations('common')
  const wordsOf = await problemWords()
  return (
    <div
      aria-labelledby="problem-title"
      className="border-danger bg-danger-soft mb-6 rounded-xl border-2 p-4"
      role="alert"
      tabIndex={-1}
    >
      <h2 className="text-lg" id="problem-title">
        {t('problemTitle')}
      </h2>
      <ul className="mt-2 space-y-1">
        {returned.problems.map((problem) => (
          <li key={`${problem.field}-${problem.words}`}>
            {problem.field === null ? wordsOf(problem) : <a href={`#${problem.field}`}>{wordsOf(problem)}</a>}
          </li>
        ))}
      </ul>
    </div>
  )
}

type DoneDeed = { readonly notice: string | null; readonly counts: Readonly<Record<string, number>> }

/** What was just done, said once. Nothing where the page is simply opened. */
export async function Notice({ returned }: { returned: DoneDeed }) {
  if (returned.notice === null) return null
  const t = await getTranslations('notices')
  return (
    <p className="border-good bg-good-soft mb-6 rounded-xl border-2 p-4 font-medium" role="status">
      {t(returned.notice as never, returned.counts as never)}
    </p>
  )
}

type FieldFrameProps = {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly returned: Returned
  readonly children: (described: {
    id: string
    'aria-describedby': string | undefined
    'aria-invalid': boolean
  }) => ReactNode
}

/** Label, hint and problem around one input, tied together for screen readers. */
export async function FieldFrame({ name, label, hint, returned, children }: FieldFrameProps) {
  const problem = returned.problems.find(({ field }) => field === name)
  const wordsOf = await problemWords()
  const describedBy = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ')
  return (
    <div className={problem ? 'border-danger border-l-4 pl-3' : ''}>
      <label className="mb-1 block font-medium" htmlFor={name}>
        {label}
      </label>
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
      {children({
        id: name,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': problem !== undefined,
      })}
    </div>
  )
}

type TextFieldProps = {
  readonly name: string
  readonly label: string
  readonly returned: Returned
  readonly hint?: string
  readonly type?: 'text' | 'email' | 'password' | 'date' | 'number' | 'time'
  readonly autoComplete?: string
  readonly defaultValue?: string | undefined
  readonly inputMode?: 'numeric' | 'text'
}

export function TextField({ name, label, returned, hint, defaultValue, ...input }: TextFieldProps) {
  const typed = returned.values[name]
  return (
    <FieldFrame hint={hint} label={label} name={name} returned={returned}>
      {(described) => (
        <input
          className="field max-w-md"
          defaultValue={typeof typed === 'string' ? typed : defaultValue}
          name={name}
          type="text"
          {...input}
          {...described}
        />
      )}
    </FieldFrame>
  )
}

type Choice = { readonly value: string; readonly label: string; readonly hint?: string }
type SelectFieldProps = {
  readonly name: string
  readonly label: string
  readonly returned: Returned
  readonly choices: readonly Choice[]
  readonly hint?: string
  readonly defaultValue?: string | undefined
}

export function SelectField({ name, label, returned, choices, hint, defaultValue }: SelectFieldProps) {
  const typed = returned.values[name]
  return (
    <FieldFrame hint={hint} label={label} name={name} returned={returned}>
      {(described) => (
        <select
          className="field max-w-md"
          defaultValue={typeof typed === 'string' ? typed : defaultValue}
          name={name}
          {...described}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}

type CheckboxGroupProps = Omit<SelectFieldProps, 'defaultValue'> & {
  readonly defaultValues?: readonly string[]
}

export async function CheckboxGroup({
  name,
  label,
  returned,
  choices,
  hint,
  defaultValues = [],
}: CheckboxGroupProps) {
  const typed = returned.values[name]
  const checked = typed === undefined ? defaultValues : [typed].flat()
  const problem = returned.problems.find(({ field }) => field === name)
  const wordsOf = await problemWords()
  return (
    <fieldset
      aria-describedby={problem && `${name}-problem`}
      className={problem ? 'border-danger border-l-4 pl-3' : ''}
      id={name}
      tabIndex={-1}
    >
      <legend className="mb-1 font-medium">{label}</legend>
      {hint && <p className="text-muted mb-1 text-sm">{hint}</p>}
      {problem && (
        <p className="text-danger mb-1 font-medium" id={`${name}-problem`}>
          {wordsOf(problem)}
        </p>
      )}
      {choices.map((choice) => (
        <label className="flex min-h-11 items-center gap-3 py-1.5" key={choice.value}>
          <input
            className="accent-accent size-5 shrink-0"
            defaultChecked={checked.includes(choice.value)}
            name={name}
            type="checkbox"
            value={choice.value}
          />
          <span>
            {choice.label}
            {choice.hint && <span className="text-muted block text-sm">{choice.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
