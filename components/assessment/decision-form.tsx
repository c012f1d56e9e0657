import { getTranslations } from 'next-intl/server'
import { type Affected, ChangeWords, DecisionWords } from '#components/assessment/affected-list'
import type { Returned } from '#components/form/form-parts'
import { RadioGroup } from '#components/form/radio-group'
import { TextArea } from '#components/form/text-area'

type DecisionFormProps = {
  readonly person: Affected
  readonly action: string
  readonly hrefs: { readonly person: string; readonly revocation: string | null }
  readonly returned: Returned
}

/** What one person's change is, and what to do about it. A completion or a certificate is taken back elsewhere, if at all. */
export async function DecisionForm({ person, action, hrefs, returned }: DecisionFormProps) {
  const t = await getTranslations('measurement')
  const { passesNow, isCompleted, decision } = person
  const outcomes = passesNow
    ? ([...(isCompleted ? [] : ['completion-given' as const]), 'fail-stands'] as const)
    : (['pass-stands'] as const)
  return (
    <>
      <div className="card mb-6 space-y-1">
        <ChangeWords person={person} />
        {decision && <DecisionWords decision={decision} />}
      </div>
      {!decision && (
        <form action={action} className="space-y-5" method="post" noValidate>
          <p>{t(passesNow ? 'decision.nowPasses' : 'decision.noLongerPasses')}</p>
          <RadioGroup
            choices={outcomes.map((value) => ({ value, label: t(`decision.choice.${value}`) }))}
            label={t('decision.outcome')}
            name="decision"
            returned={returned}
          />
          <TextArea label={t('decision.reason')} name="reason" returned={returned} />
          <button className="button" type="submit">
            {t('decision.button')}
          </button>
        </form>
      )}
      {!passesNow && (
        <ul className="mt-8 space-y-1">
          <li>
            <a className="inline-flex min-h-11 items-center" href={hrefs.person}>
              {t('decision.record')}
            </a>
          </li>
          {hrefs.revocation && (
            <li>
              <a className="inline-flex min-h-11 items-center" href={hrefs.revocation}>
                {t('decision.revoke')}
              </a>
            </li>
          )}
        </ul>
      )}
    </>
  )
}
