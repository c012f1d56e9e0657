import type { ReactNode } from 'react'
import type { EditorWords } from '#components/editor/editor-words'
import type {
  ComponentField,
  ComponentForm,
  RegisterChoices,
} from '#lib/domain/curriculum/source/component-form'

/** What all fields of a form know. */
export type FieldsAround = {
  readonly words: EditorWords
  readonly choices: RegisterChoices
}

type Given = string | true | undefined

type ComponentFieldsProps = {
  readonly form: ComponentForm
  /** Begins the name of each field, so that parts of one form stay apart. */
  readonly prefix: string
  readonly around: FieldsAround
  /** What the fields begin with; an attribute that only the source can say has a name and no value. */
  readonly given?: ReadonlyMap<string, Given>
}

/** One input for each attribute of a component. */
export function ComponentFields({ form, prefix, around, given = new Map() }: ComponentFieldsProps) {
  return form.fields.map((field) => {
    const name = `${prefix}${field.name}`
    const isReadable = !given.has(field.name) || given.get(field.name) !== undefined
    const label = around.words.attributes[`${form.name}-${field.name}`] ?? field.name
    if (!isReadable) {
      return (
        <p className="text-muted text-sm" key={name}>
          {label}: {around.words.palette.inSourceOnly}
        </p>
      )
    }
    const value = given.get(field.name)
    return (
      <Labelled field={field} key={name} label={label} name={name} words={around.words}>
        {inputFor(field, name, value, around)}
      </Labelled>
    )
  })
}

type LabelledProps = {
  readonly field: ComponentField
  readonly name: string
  readonly label: string
  readonly words: EditorWords
  readonly children: ReactNode
}

function Labelled({ field, name, label, words, children }: LabelledProps) {
  const isYes = field.kind === 'yes'
  return (
    <div className={isYes ? 'flex min-h-11 flex-row-reverse items-center justify-end gap-3' : ''}>
      <label className={isYes ? '' : 'mb-1 block font-medium'} htmlFor={name}>
        {label}
        {!(field.isRequired || isYes) && (
          <span className="text-muted font-normal"> ({words.palette.optional})</span>
        )}
      </label>
      {children}
    </div>
  )
}

function inputFor(field: ComponentField, name: string, given: Given, around: FieldsAround): ReactNode {
  const same = { id: name, name, required: field.isRequired }
  if (field.kind === 'yes') {
    return (
      <input
        className="accent-accent size-5"
        defaultChecked={given === true}
        id={name}
        name={name}
        type="checkbox"
      />
    )
  }
  const value = typeof given === 'string' ? given : ''
  if (field.register !== undefined || field.kind === 'choice') {
    return <ChoiceInput {...same} around={around} field={field} value={value} />
  }
  if (field.kind === 'name') {
    return (
      <input
        className="field"
        defaultValue={value}
        maxLength={field.longest}
        pattern="[a-z0-9]+(-[a-z0-9]+)*"
        {...same}
      />
    )
  }
  return <textarea className="field" defaultValue={value} maxLength={field.longest} rows={2} {...same} />
}

type ChoiceInputProps = {
  readonly id: string
  readonly name: string
  readonly required: boolean
  readonly field: ComponentField
  readonly value: string
  readonly around: FieldsAround
}

/** One of some: named by their words, and by their id where the register has none of it. */
function ChoiceInput({ field, value, around: { words, choices }, ...same }: ChoiceInputProps) {
  const entries = field.register
    ? choices[field.register].map((each) => ({ id: each.id, words: each.words.slice(0, 90) }))
    : (field.choices ?? []).map((id) => ({ id, words: words.choices[id] ?? id }))
  const isKnown = value === '' || entries.some(({ id }) => id === value)
  return (
    <>
      <select className="field" defaultValue={value} {...same}>
        <option value="">{words.palette.none}</option>
        {!isKnown && <option value={value}>{value}</option>}
        {entries.map((entry) => (
          <option key={entry.id} value={entry.id}>
            {entry.words}
          </option>
        ))}
      </select>
      {entries.length === 0 && <p className="text-muted mt-1 text-sm">{words.palette.empty}</p>}
    </>
  )
}
