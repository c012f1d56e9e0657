import { getTranslations } from 'next-intl/server'
import { type Returned, TextField } from '#components/form/form-parts'
import { LicenceForm } from '#components/licences/licence-form'
import { ProposalLine } from '#components/licences/proposal-line'
import type { Licence } from '#lib/domain/people/licences'

type DeedProps = { readonly action: string; readonly returned: Returned }

/** What the holder says, and the way to say no to it. Yes is the form below. */
export async function DeclineProposal({
  action,
  licence,
  name,
  returned,
}: DeedProps & { readonly licence: Licence; readonly name: string }) {
  if (licence.proposal === null) return null
  const t = await getTranslations('licences')
  return (
    <section className="space-y-3">
      <ProposalLine licence={licence} name={name} />
      <form action={action} className="space-y-3" method="post" noValidate>
        <input name="proposalId" type="hidden" value={licence.proposal.id} />
        <TextField label={t('declineReason')} name="declineReason" returned={returned} />
        <button className="button-quiet" type="submit">
          {t('decline')}
        </button>
      </form>
    </section>
  )
}

/** What stands on it was typed wrong. */
export async function CorrectLicence({
  action,
  licence,
  factId,
  returned,
}: DeedProps & { readonly licence: Licence; readonly factId: string }) {
  const t = await getTranslations('licences')
  return (
    <details className="card" open={hasTyped(returned, 'licenceNumber')}>
      <summary className="text-accent cursor-pointer py-2.5 font-medium">{t('correctTitle')}</summary>
      <div className="mt-2">
        <LicenceForm
          action={action}
          factId={factId}
          known={licence}
          licenceId={licence.id}
          returned={returned}
        />
      </div>
    </details>
  )
}

/** It is held no longer. */
export async function EndLicence({ action, returned }: DeedProps) {
  const t = await getTranslations('licences')
  return (
    <details className="card" open={hasTyped(returned, 'endReason')}>
      <summary className="text-accent cursor-pointer py-2.5 font-medium">{t('endTitle')}</summary>
      <form action={action} className="mt-2 space-y-3" method="post" noValidate>
        <TextField label={t('endReason')} name="endReason" returned={returned} />
        <button className="button-quiet" type="submit">
          {t('endButton')}
        </button>
      </form>
    </details>
  )
}

/** A form that was refused stands open, with what was typed. */
const hasTyped = ({ values, problems }: Returned, name: string) =>
  values[name] !== undefined || problems.some(({ field }) => field === name)
