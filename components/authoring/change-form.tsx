import { getTranslations } from 'next-intl/server'
import { type Returned, SelectField } from '#components/form/form-parts'
import { RadioGroup } from '#components/form/radio-group'
import { type ChangeKind, chosenKinds } from '#lib/domain/curriculum/module'

type ChangeFormProps = {
  readonly action: string
  readonly number: number
  readonly change: {
    readonly changeKind: ChangeKind | null
    readonly updateLesson: string | null
    readonly lessons: readonly { readonly id: string; readonly title: string }[]
    readonly base: number
    readonly mayChange: boolean
  }
  readonly returned: Returned
}

/** What a version after the first changes for those who completed an older one. */
export async function ChangeForm({ action, number, change, returned }: ChangeFormProps) {
  const t = await getTranslations('versions.change')
  const { changeKind, updateLesson, lessons, base, mayChange } = change
  const kind = chosenKinds.find((each) => each === changeKind)
  if (!mayChange) {
    const taught = lessons.find(({ id }) => id === updateLesson)
    return (
      <>
        <p className="max-w-prose">{t(kind ?? 'unknown')}</p>
        {taught && (
          <p className="mt-2">
            {t('lesson')}: {taught.title}
          </p>
        )}
      </>
    )
  }
  const choices = [
    { value: '', label: t('noLesson') },
    ...lessons.map(({ id, title }) => ({ value: id, label: title })),
  ]
  return (
    <form action={action} className="space-y-5" method="post" noValidate>
      <p className="max-w-prose">{t('intro', { number })}</p>
      <input name="base" type="hidden" value={base} />
      <RadioGroup
        choices={chosenKinds.map((value) => ({ value, label: t(value) }))}
        defaultValue={kind}
        label={t('kind')}
        name="changeKind"
        returned={returned}
      />
      {lessons.length > 0 && (
        <SelectField
          choices={choices}
          defaultValue={updateLesson ?? ''}
          hint={t('lessonHint')}
          label={t('lesson')}
          name="updateLesson"
          returned={returned}
        />
      )}
      <button className="button" type="submit">
        {t('save')}
      </button>
    </form>
  )
}
