import { getTranslations } from 'next-intl/server'
import { RadioGroup } from '#components/form/radio-group'
import { TextArea } from '#components/form/text-area'
import { hasProblem, type QuestionsProps } from '#components/requirements/question-props'
import { NumberField } from '#components/requirements/questions'

const names = [
  'attemptLimit',
  'cooldownHours',
  'timeLimitMinutes',
  'keysShown',
  'testOut',
  'returnDays',
  'minimumValidityMonths',
  'earlyCredit',
  'externalAllowed',
  'providers',
]

/** What most practices leave as it is, folded away. */
export async function FurtherQuestions({ defaults, returned }: QuestionsProps) {
  const t = await getTranslations('requirements')
  return (
    <details open={hasProblem(returned, names)}>
      <summary className="text-accent min-h-11 cursor-pointer py-2.5 font-medium">{t('more')}</summary>
      <div className="mt-3 space-y-5">
        <NumberField defaults={defaults} name="attemptLimit" returned={returned} />
        <NumberField defaults={defaults} name="cooldownHours" returned={returned} />
        <NumberField defaults={defaults} name="timeLimitMinutes" returned={returned} />
        <RadioGroup
          choices={[
            { value: 'never', label: t('keys.never') },
            { value: 'after-pass-or-last', label: t('keys.afterPassOrLast') },
          ]}
          defaultValue={defaults['keysShown']}
          hint={t('keysShownHint')}
          label={t('keysShown')}
          name="keysShown"
          returned={returned}
        />
        <RadioGroup
          choices={[
            { value: 'no', label: t('testOutChoices.no') },
            { value: 'yes', label: t('testOutChoices.yes') },
          ]}
          defaultValue={defaults['testOut']}
          hint={t('testOutHint')}
          label={t('testOut')}
          name="testOut"
          returned={returned}
        />
        <NumberField defaults={defaults} name="returnDays" returned={returned} />
        <NumberField defaults={defaults} name="minimumValidityMonths" returned={returned} />
        <RadioGroup
          choices={[
            { value: 'reanchor', label: t('early.reanchor') },
            { value: 'none', label: t('early.none') },
          ]}
          defaultValue={defaults['earlyCredit']}
          label={t('earlyCredit')}
          name="earlyCredit"
          returned={returned}
        />
        <RadioGroup
          choices={[
            { value: 'yes', label: t('external.yes') },
            { value: 'no', label: t('external.no') },
          ]}
          defaultValue={defaults['externalAllowed']}
          label={t('externalAllowed')}
          name="externalAllowed"
          returned={returned}
        />
        <TextArea hint={t('providersHint')} label={t('providers')} name="providers" returned={returned} />
      </div>
    </details>
  )
}
