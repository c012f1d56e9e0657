import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { type Returned, TextField } from '#components/form/form-parts'
import type { Trouble } from '#components/reminders/mail-trouble-list'
import type { LocalDate } from '#lib/domain/calendar'

type PersonRemindersProps = {
  readonly pausedThrough: LocalDate | null
  readonly trouble: readonly (Trouble & { readonly on: LocalDate })[]
  readonly hrefs: { readonly pause: string; readonly endPause: string }
  readonly returned: Returned
}

/** About one person's reminders: what did not arrive, and the pause. */
export async function PersonReminders({ pausedThrough, trouble, hrefs, returned }: PersonRemindersProps) {
  return (
    <>
      <PersonTrouble trouble={trouble} />
      <section className="card">
        {pausedThrough ? (
          <PauseEnd action={hrefs.endPause} through={pausedThrough} />
        ) : (
          <PauseForm action={hrefs.pause} returned={returned} />
        )}
      </section>
    </>
  )
}

async function PersonTrouble({ trouble }: Pick<PersonRemindersProps, 'trouble'>) {
  if (trouble.length === 0) return null
  const t = await getTranslations('reminders')
  const day = await dayWords()
  return (
    <section className="card border-danger">
      <h2 className="mb-2">{t('trouble.personTitle')}</h2>
      <ul className="space-y-2">
        {trouble.map(({ id, on, toAddress: address, problem }) => (
          <li className="text-sm wrap-anywhere" key={id}>
            {t('trouble.line', { on: day(on), address, problem })}
          </li>
        ))}
      </ul>
    </section>
  )
}

async function PauseEnd({ action, through }: { action: string; through: LocalDate }) {
  const t = await getTranslations('reminders')
  const day = await dayWords()
  return (
    <form action={action} method="post">
      <p className="mb-3">{t('pause.is', { through: day(through) })}</p>
      <button className="button-quiet" type="submit">
        {t('pause.end')}
      </button>
    </form>
  )
}

async function PauseForm({ action, returned }: { action: string; returned: Returned }) {
  const t = await getTranslations('reminders')
  return (
    <details open={returned.values['pauseThrough'] !== undefined}>
      <summary className="text-accent cursor-pointer py-2.5 font-medium">{t('pause.title')}</summary>
      <form action={action} className="mt-2 space-y-3" method="post" noValidate>
        <p className="text-muted text-sm">{t('pause.hint')}</p>
        <TextField label={t('pause.through')} name="pauseThrough" returned={returned} type="date" />
        <TextField label={t('pause.reason')} name="pauseReason" returned={returned} />
        <button className="button-quiet" type="submit">
          {t('pause.button')}
        </button>
      </form>
    </details>
  )
}
