import { getTranslations } from 'next-intl/server'

type ProgressProps = {
  readonly stage: 'read-file' | 'check' | 'apply' | 'undo'
  readonly done: number
  readonly total: number
  /** The page itself. */
  readonly href: string
}

/** What Beacon is doing, with counts. The page renews itself, without a script too. */
export async function Progress({ stage, done, total, href }: ProgressProps) {
  const t = await getTranslations('imports')
  const isCounted = stage === 'apply' || stage === 'undo'
  return (
    <section aria-live="polite" className="card space-y-3">
      <meta content="3" httpEquiv="refresh" />
      <p className="font-medium">{t(`progress.${stage}`, { done, total })}</p>
      {isCounted && <progress aria-label={t(`stage.${stage}`)} className="w-full" max={total} value={done} />}
      <p className="text-muted text-sm">{t('progress.hint')}</p>
      <a className="button-quiet" href={href}>
        {t('progress.reload')}
      </a>
    </section>
  )
}
