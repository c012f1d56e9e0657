import { getTranslations } from 'next-intl/server'
import { CheckboxGroup, FieldFrame, type Returned, TextField } from '#components/form/form-parts'

type Choice = { readonly id: string; readonly name: string; readonly takesExternal: boolean }

type ExternalFormProps = {
  readonly action: string
  /** A manager records it for somebody else. */
  readonly forSomebody: boolean
  readonly externalId: string
  readonly requirements: readonly Choice[]
  readonly providers: readonly string[]
  readonly returned: Returned
}

/** The paper, and what stands on it. */
export async function ExternalForm(props: ExternalFormProps) {
  const { action, forSomebody, externalId, requirements, returned } = props
  const t = await getTranslations('external')
  const taking = requirements.filter(({ takesExternal }) => takesExternal)
  if (taking.length === 0)
    return <p className="card">{t('form.noRequirements', { who: forSomebody ? 'other' : 'own' })}</p>
  return (
    <form action={action} className="space-y-6" encType="multipart/form-data" method="post" noValidate>
      <input name="externalId" type="hidden" value={externalId} />
      <FileField returned={returned} />
      <Statement {...props} />
      <CheckboxGroup
        choices={taking.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValues={taking.length === 1 ? taking.map(({ id }) => id) : []}
        label={t('form.requirements')}
        name="requirementIds"
        returned={returned}
      />
      {taking.length < requirements.length && (
        <p className="text-muted text-sm">
          {t('form.takesNone')}:{' '}
          {requirements
            .filter(({ takesExternal }) => !takesExternal)
            .map(({ name }) => name)
            .join(', ')}
        </p>
      )}
      <button className="button" type="submit">
        {forSomebody ? t('form.buttonFor') : t('form.button')}
      </button>
    </form>
  )
}

async function FileField({ returned }: { returned: Returned }) {
  const t = await getTranslations('external')
  // The browser forgets a file when the form comes back; what was typed is kept.
  const isAgain = returned.problems.length > 0
  return (
    <>
      {isAgain && <p className="border-notice-line bg-notice rounded-xl border p-3">{t('form.fileAgain')}</p>}
      <FieldFrame hint={t('form.fileHint')} label={t('form.file')} name="file" returned={returned}>
        {(described) => (
          <input
            accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg"
            className="field max-w-md"
            name="file"
            type="file"
            {...described}
          />
        )}
      </FieldFrame>
    </>
  )
}

async function Statement({ returned, providers }: ExternalFormProps) {
  const t = await getTranslations('external')
  const typed = returned.values['provider']
  return (
    <>
      <FieldFrame
        hint={t('form.providerHint')}
        label={t('form.provider')}
        name="provider"
        returned={returned}
      >
        {(described) => (
          <input
            className="field max-w-md"
            defaultValue={typeof typed === 'string' ? typed : undefined}
            list="providers"
            name="provider"
            type="text"
            {...described}
          />
        )}
      </FieldFrame>
      <datalist id="providers">
        {providers.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TextField label={t('form.training')} name="title" returned={returned} />
      <TextField
        hint={t('form.completedOnHint')}
        label={t('form.completedOn')}
        name="completedOn"
        returned={returned}
        type="date"
      />
      <TextField
        hint={t('form.validThroughHint')}
        label={t('form.validThrough')}
        name="validThrough"
        returned={returned}
        type="date"
      />
      <TextField
        hint={t('form.learningHoursHint')}
        label={t('form.learningHours')}
        name="learningHours"
        returned={returned}
      />
      <TextField label={t('form.courseNumber')} name="courseNumber" returned={returned} />
    </>
  )
}
