import { getTranslations } from 'next-intl/server'
import { CheckboxGroup, type Returned, TextField } from '#components/form/form-parts'
import { RadioGroup } from '#components/form/radio-group'
import type { Licence } from '#lib/domain/people/licences'

type RenewalFormProps = {
  readonly action: string
  readonly factId: string
  readonly licence: Licence
  readonly returned: Returned
}

/** The day on which it renews; where its holder proposed one, with that one in it. */
export async function RenewalForm({ action, factId, licence, returned }: RenewalFormProps) {
  const t = await getTranslations('licences')
  return (
    <section className="card">
      <h2 className="mb-3 text-lg">{t('renewTitle')}</h2>
      <form action={action} className="space-y-4" method="post" noValidate>
        <input name="licenceFactId" type="hidden" value={factId} />
        <TextField
          defaultValue={licence.proposal?.dueOn}
          label={t('renewsOn')}
          name="renewsOn"
          returned={returned}
          type="date"
        />
        {licence.renewsOn === null ? (
          <input name="change" type="hidden" value="renewed" />
        ) : (
          <>
            <RadioGroup
              choices={[
                { value: 'renewed', label: t('renewed') },
                { value: 'wrong', label: t('wrong') },
              ]}
              label={t('renewChange')}
              name="change"
              returned={returned}
            />
            <TextField label={t('renewReason')} name="reason" returned={returned} />
          </>
        )}
        {!licence.leads && (
          <CheckboxGroup
            choices={[{ value: 'yes', label: t('renewLeadsChoice') }]}
            label={t('renewLeads')}
            name="leads"
            returned={returned}
          />
        )}
        <button className="button" type="submit">
          {t('renewButton')}
        </button>
      </form>
    </section>
  )
}
