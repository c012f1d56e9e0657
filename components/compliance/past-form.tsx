import { getTranslations } from 'next-intl/server'
import type { LocalDate } from '#lib/domain/calendar'

type PastFormProps = {
  readonly action: string
  readonly today: LocalDate
  /** As they were typed. */
  readonly on: string
  readonly known: string
  readonly problems: { readonly on: boolean; readonly known: boolean }
}

/** Two days: the one asked about, and the one by which it must have been recorded. */
export async function PastForm({ action, today, on, known, problems }: PastFormProps) {
  const t = await getTranslations('overview')
  return (
    <form action={action} className="no-print card mb-6 grid items-end gap-4 sm:grid-cols-2" method="get">
      <Day
        hint={t('past.onHint')}
        label={t('past.on')}
        max={today}
        name="on"
        problem={problems.on ? t('past.wrongDay') : null}
        value={on}
      />
      <Day
        hint={t('past.knownHint')}
        label={t('past.known')}
        max={today}
        name="known"
        problem={problems.known ? t('past.wrongKnown') : null}
        value={known}
      />
      <p>
        <button className="button" type="submit">
          {t('past.button')}
        </button>
      </p>
    </form>
  )
}

type DayProps = {
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly max: LocalDate
  readonly value: string
  readonly problem: string | null
}

function Day({ name, label, hint, max, value, problem }: DayProps) {
  const described = `${name}-hint${problem ? ` ${name}-problem` : ''}`
  return (
    <div className={problem ? 'border-danger border-l-4 pl-3' : ''}>
      <label className="mb-1 block font-medium" htmlFor={name}>
        {label}
      </label>
      <p className="text-muted mb-1 text-sm" id={`${name}-hint`}>
        {hint}
      </p>
      {problem && (
        <p className="text-danger mb-1 font-medium" id={`${name}-problem`} role="alert">
          {problem}
        </p>
      )}
      <input
        aria-describedby={described}
        aria-invalid={problem !== null}
        className="field"
        defaultValue={value}
        id={name}
        max={max}
        name={name}
        type="date"
      />
    </div>
  )
}
