import { randomUUID } from 'node:crypto'
import { getLocale, getTranslations } from 'next-intl/server'
import { type Returned, SelectField } from '#components/form/form-parts'
import type { InvitationState } from '#lib/domain/access/invitation'

type PersonActionsProps = {
  readonly hrefs: {
    readonly resend: string
    readonly grant: string
  }
  readonly invitation: InvitationState
  readonly openModules: readonly {
    readonly moduleId: string
    readonly title: string
    readonly askedOn: string | null
  }[]
  readonly returned: Returned
}

/** What a manager may do about a person. Each is a plain form. */
export async function PersonActions(props: PersonActionsProps) {
  const t = await getTranslations('practice')
  const { hrefs, invitation, openModules } = props
  const isInvited = invitation === 'waiting' || invitation === 'expired'
  if (!isInvited && openModules.length === 0) return null
  return (
    <section className="card no-print space-y-5">
      <h2>{t('person.actions')}</h2>
      {isInvited && (
        <form action={hrefs.resend} method="post">
          <button className="button-quiet" type="submit">
            {t('person.resend')}
          </button>
          <p className="text-muted mt-1 text-sm">{t('person.resendHint')}</p>
        </form>
      )}
      {openModules.length > 0 && <GrantAttempts {...props} />}
    </section>
  )
}

async function GrantAttempts({ hrefs, openModules, returned }: PersonActionsProps) {
  const t = await getTranslations('practice')
  const day = new Intl.DateTimeFormat(await getLocale(), { dateStyle: 'long', timeZone: 'UTC' })
  const asked = openModules.flatMap(({ askedOn: on, ...module }) => (on === null ? [] : [{ ...module, on }]))
  const modules = new Map(openModules.map(({ moduleId, title }) => [moduleId, title]))
  return (
    <details className="border-line border-t pt-4" open={asked.length > 0 || hasTyped(returned, 'moduleId')}>
      <summary className="text-accent cursor-pointer py-2.5 font-medium">{t('person.grantTitle')}</summary>
      <form action={hrefs.grant} className="mt-2 space-y-3" method="post">
        {asked.map(({ moduleId, title, on }) => (
          <p className="font-medium" key={moduleId}>
            {t('person.askedFor', { module: title, on: day.format(new Date(`${on}T00:00:00Z`)) })}
          </p>
        ))}
        <input name="idempotencyKey" type="hidden" value={randomUUID()} />
        <SelectField
          choices={[...modules].map(([value, label]) => ({ value, label }))}
          hint={t('person.grantHint')}
          label={t('person.grantModule')}
          name="moduleId"
          returned={returned}
        />
        <button className="button-quiet" type="submit">
          {t('person.grantButton')}
        </button>
      </form>
    </details>
  )
}

/** A form that was refused stands open, with what was typed. */
const hasTyped = ({ values }: Returned, name: string) => values[name] !== undefined
