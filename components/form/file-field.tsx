import { FieldFrame, type Returned } from '#components/form/form-parts'

type FileFieldProps = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly returned: Returned
  /** As the browser's own list of files understands it. It keeps nothing out: what arrives is looked at. */
  readonly accept: string
}

/** One file from the visitor's machine. Its form is sent as `multipart/form-data`. */
export function FileField({ name, label, hint, returned, accept }: FileFieldProps) {
  return (
    <FieldFrame hint={hint} label={label} name={name} returned={returned}>
      {(described) => (
        <input accept={accept} className="field max-w-md" name={name} type="file" {...described} />
      )}
    </FieldFrame>
  )
}
