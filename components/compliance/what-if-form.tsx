import { getTranslations } from 'next-intl/server'
import { roles } from '#lib/domain/people/roles'

type WhatIfFormProps = {
  readonly action: string
  readonly values: {
    readonly month: number | null
    readonly hire: { readonly count: number; readonly role: string; readonly on: string } | null
  }
}

/** Two questions, either or both. A plain form that asks for another address of the same page. */
export async function WhatIfForm({ action, values: { month, hire } }: WhatIfFormProps) {
  const t = await getTranslations('overview')
  const people = await getTranslations('people')
  const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))
  return (
    <form action={action} className="card no-print mb-8 space-y-6" method="get">
      <h2>{t('forecast.what')}</h2>
      <fieldset>
        <legend className="mb-2 font-medium">{t('forecast.moveTitle')}</legend>
        <label className="block sm:w-80">
          <span className="mb-1 block text-sm font-medium">{t('forecast.move')}</span>
          <select
            aria-describedby="move-hint"
            className="field"
            defaultValue={month ? String(month) : ''}
            name="move"
          >
            <option value="">{t('forecast.noMove')}</option>
            {months.map((number) => (
              <option key={number} value={String(Number(number))}>
                {t('forecast.endOf', { month: t(`forecast.months.${number}` as 'forecast.months.01') })}
              </option>
            ))}
          </select>
        </label>
        <p className="text-muted mt-1 max-w-prose text-sm" id="move-hint">
          {t('forecast.moveHint')}
        </p>
      </fieldset>
      <fieldset>
        <legend className="mb-2 font-medium">{t('forecast.hireTitle')}</legend>
        <div className="grid items-end gap-3 sm:flex sm:flex-wrap">
          <label className="block sm:w-32">
            <span className="mb-1 block text-sm font-medium">{t('forecast.hire')}</span>
            <input
              className="field"
              defaultValue={hire?.count}
              inputMode="numeric"
              max={500}
              min={1}
              name="hire"
              type="number"
            />
          </label>
          <label className="block sm:w-48">
            <span className="mb-1 block text-sm font-medium">{t('forecast.role')}</span>
            <select className="field" defaultValue={hire?.role ?? 'nurse'} name="role">
              {roles.map((role) => (
                <option key={role} value={role}>
                  {people(`roles.${role}`)}
                </option>
              ))}
            </select>
          </label>
          <label className="block sm:w-48">
            <span className="mb-1 block text-sm font-medium">{t('forecast.on')}</span>
            <input className="field" defaultValue={hire?.on} name="on" type="date" />
          </label>
        </div>
      </fieldset>
      <p className="flex flex-wrap items-center gap-4">
        <button className="button" type="submit">
          {t('forecast.button')}
        </button>
        {(month !== null || hire !== null) && (
          <a className="inline-flex min-h-11 items-center" href={action}>
            {t('forecast.clear')}
          </a>
        )}
      </p>
    </form>
  )
}
