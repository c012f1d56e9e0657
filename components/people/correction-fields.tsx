import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { type Returned, TextField } from '#components/form/form-parts'
import { RadioGroup } from '#components/form/radio-group'
import type { EntryChoices } from '#lib/domain/people/entries/choices'

type CorrectionFieldsProps = { readonly choices: EntryChoices; readonly returned: Returned }

/** What was wrong in one recorded fact: its day, or that it ever was. */
export async function CorrectionFields({ choices, returned }: CorrectionFieldsProps) {
  const t = await getTranslations('entries')
  const day = await dayWords()
  const { correctable } = choices
  if (!correctable) return null
  const { factId, kind, on, mayMove, mayStrike } = correctable
  const outcomes = [
    ...(mayMove ? [{ value: 'moved', label: t('outcome.moved') }] : []),
    ...(mayStrike ? [{ value: 'struck', label: t('outcome.struck') }] : []),
  ]
  return (
    <>
      <input name="factId" type="hidden" value={factId} />
      <p className="card">{t('corrected', { fact: t(`factName.${kind as 'employed'}`), on: day(on) })}</p>
      <RadioGroup
        choices={outcomes}
        defaultValue={outcomes.length === 1 ? outcomes[0]?.value : undefined}
        label={t('field.outcome')}
        name="outcome"
        returned={returned}
      />
      {mayMove && (
        <TextField
          hint={t('hint.correctedTo')}
          label={t('field.correctedTo')}
          name="to"
          returned={returned}
          type="date"
        />
      )}
    </>
  )
}
