import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import type { LocalDate } from '#lib/domain/calendar'

type SharingFormProps = {
  /** Null for whoever may only read it. */
  readonly action: string | null
  readonly sharing: {
    readonly version: number
    readonly shared: boolean
    readonly recordedOn: LocalDate | null
    readonly recordedBy: string | null
  }
}

/** Whether this practice's figures are added to those of others, by whom that was decided, and the way to change it. */
export async function SharingForm({ action, sharing }: SharingFormProps) {
  const t = await getTranslations('measurement')
  const day = await dayWords()
  const { shared, version, recordedOn, recordedBy } = sharing
  return (
    <section aria-labelledby="sharing-title" className="mt-10 space-y-3">
      <h2 id="sharing-title">{t('sharing.title')}</h2>
      <p>{t('sharing.what')}</p>
      <p className="font-medium">{t(shared ? 'sharing.on' : 'sharing.off')}</p>
      {recordedOn && (
        <p className="text-muted text-sm">
          {t('sharing.by', { by: recordedBy ?? t('somebody'), on: day(recordedOn) })}
        </p>
      )}
      {action && (
        <form action={action} method="post">
          <input name="shared" type="hidden" value={shared ? 'no' : 'yes'} />
          <input name="after" type="hidden" value={version} />
          <button className="button-quiet" type="submit">
            {t(shared ? 'sharing.end' : 'sharing.begin')}
          </button>
        </form>
      )}
    </section>
  )
}
