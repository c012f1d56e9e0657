import { getTranslations } from 'next-intl/server'

/** The way out of a file that was not confirmed. */
export async function Withdrawal({ action }: { action: string }) {
  const t = await getTranslations('imports')
  return (
    <form action={action} className="mt-4" method="post">
      <button className="button-quiet" type="submit">
        {t('withdraw')}
      </button>
      <p className="text-muted mt-1 text-sm">{t('withdrawHint')}</p>
    </form>
  )
}
