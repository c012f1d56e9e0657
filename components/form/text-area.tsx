import { FieldFrame, type Returned } from '#components/form/form-parts'

type TextAreaProps = {
  readonly name: string
  readonly label: string
  readonly returned: Returned
  readonly hint?: string
  readonly defaultValue?: string | undefined
  readonly rows?: number
}

/** A text of a few lines. */
export function TextArea({ name, label, returned, hint, defaultValue, rows = 4 }: TextAreaProps) {
  const typed = returned.values[name]
  return (
    <FieldFrame hint={hint} label={label} name={name} returned={returned}>
      {(described) => (
        <textarea
          className="field max-w-prose"
          defaultValue={typeof typed === 'string' ? typed : defaultValue}
          name={name}
          rows={rows}
          {...described}
        />
      )}
    </FieldFrame>
  )
}
