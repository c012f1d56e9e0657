import { getTranslations } from 'next-intl/server'
import { CheckboxGroup, type Returned, TextField } from '#components/form/form-parts'
import type { LocalDate } from '#lib/domain/calendar'
import type { MissingPlan } from '#lib/domain/people/roster-import/plan-row'

type ConfirmFormProps = {
  readonly action: string
  readonly today: LocalDate
  /** Rows that will be written, and rows that are left since something about them is open. */
  readonly rows: number
  readonly open: number
  /** New people with an address. */
  readonly invitable: number
  readonly missing: readonly MissingPlan[]
  /** All of them, where the list is cut. */
  readonly missingTotal: number
  readonly returned: Returned
}

/** The one step that writes. */
export async function ConfirmForm(props: ConfirmFormProps) {
  const { action, today, rows, open, invitable, missing, returned } = props
  const t = await getTranslations('imports')
  const tickable = missing.some(({ refusal }) => refusal === null)
  if (rows === 0 && !tickable) return <p className="card">{t('confirm.nothing')}</p>
  return (
    <form action={action} className="card space-y-5" method="post" noValidate>
      <Missing {...props} />
      <h2>{t('confirm.title')}</h2>
      {open > 0 && <p>{t('confirm.problemsLeft', { rows: open })}</p>}
      <TextField
        defaultValue={today}
        hint={t('confirm.changesFromHint')}
        label={t('confirm.changesFrom')}
        name="changesFrom"
        returned={returned}
        type="date"
      />
      {invitable > 0 && (
        <CheckboxGroup
          choices={[
            {
              value: 'yes',
              label: t('confirm.invite', { people: invitable }),
              hint: t('confirm.inviteHint'),
            },
          ]}
          label={t('confirm.invitations')}
          name="sendInvitations"
          returned={returned}
        />
      )}
      <button className="button" type="submit">
        {t('confirm.button', { rows })}
      </button>
    </form>
  )
}

async function Missing({ missing, missingTotal, returned, today }: ConfirmFormProps) {
  if (missing.length === 0) return null
  const t = await getTranslations('imports')
  const kept = missing.filter(({ refusal }) => refusal !== null)
  const tickable = missing.filter(({ refusal }) => refusal === null)
  return (
    <section className="space-y-3">
      <h2>{t('missing.title')}</h2>
      <p>{t('missing.intro', { people: missingTotal })}</p>
      {missing.length < missingTotal && <p>{t('missing.more')}</p>}
      {tickable.length > 0 && (
        <>
          <CheckboxGroup
            choices={tickable.map(({ staffMemberId, name }) => ({ value: staffMemberId, label: name }))}
            label={t('missing.label')}
            name="ended"
            returned={returned}
          />
          <TextField
            defaultValue={today}
            label={t('missing.lastDay')}
            name="lastDay"
            returned={returned}
            type="date"
          />
        </>
      )}
      <ul className="text-muted text-sm">
        {kept.map(({ staffMemberId, name, refusal }) => (
          <li key={staffMemberId}>{refusal && t(`missing.${refusal}`, { name })}</li>
        ))}
      </ul>
    </section>
  )
}
