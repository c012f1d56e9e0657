import { getTranslations } from 'next-intl/server'
import { CheckboxGroup, type Returned } from '#components/form/form-parts'
import { RadioGroup } from '#components/form/radio-group'
import { TextArea } from '#components/form/text-area'
import type { ExternalPreview } from '#lib/domain/external/preview-external'
import type { Standing } from '#lib/domain/external/second-person'

type DecisionFormProps = {
  readonly action: string
  readonly standing: Standing
  readonly requirements: readonly {
    readonly id: string
    readonly name: string
    readonly isMeant: boolean
    readonly preview: ExternalPreview
  }[]
  readonly returned: Returned
}

/** The second person's word; for anybody else, why it is not theirs to say. */
export async function DecisionForm({ action, standing, requirements, returned }: DecisionFormProps) {
  const t = await getTranslations('external.review')
  const isAlone = standing === 'may-decide-alone'
  const mayDecide = standing === 'may-decide' || isAlone
  const taking = requirements.filter(({ preview }) => preview.effect !== 'not-allowed')
  return (
    <section className="no-print">
      <h2 className="mb-3">{t('decideTitle')}</h2>
      {standing !== 'may-decide' && <p className="card mb-4">{t(`standing.${standing}`)}</p>}
      {mayDecide && (
        <form action={action} className="space-y-5" method="post" noValidate>
          <CheckboxGroup
            choices={taking.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValues={taking.filter(({ isMeant }) => isMeant).map(({ id }) => id)}
            label={t('requirements')}
            name="requirementIds"
            returned={returned}
          />
          <RadioGroup
            choices={[
              { value: 'accepted', label: t('accept') },
              { value: 'refused', label: t('refuse') },
            ]}
            label={t('outcome')}
            name="decision"
            returned={returned}
          />
          <TextArea
            hint={isAlone ? t('reasonAloneHint') : t('reasonHint')}
            label={t('reason')}
            name="reason"
            returned={returned}
          />
          <button className="button" type="submit">
            {t('button')}
          </button>
        </form>
      )}
    </section>
  )
}
