import { getTranslations } from 'next-intl/server'
import type { Returned } from '#components/form/form-parts'
import { TextArea } from '#components/form/text-area'
import type { CoarseCount } from '#lib/domain/assessment/regrade'

type RegradePreviewProps = {
  readonly preview: {
    readonly correction: {
      readonly title: string
      readonly language: string
      readonly fromVersion: number
      readonly toVersion: number
      readonly itemIds: readonly string[]
      readonly isWaiting: boolean
    } | null
    readonly nowPass: CoarseCount
    readonly noLongerPass: CoarseCount
  }
  readonly action: string
  readonly runId: string
  readonly returned: Returned
}

/** What would change, in numbers that point at nobody, and the form that does it. */
export async function RegradePreviewPart({ preview, action, runId, returned }: RegradePreviewProps) {
  const t = await getTranslations('measurement')
  const { correction, nowPass, noLongerPass } = preview
  if (!correction?.isWaiting) return <p className="card">{t('preview.nothing')}</p>
  const { title, language, fromVersion, toVersion, itemIds } = correction
  const count = (many: CoarseCount) => (many === null ? t('count.few') : t('count.atLeast', { count: many }))
  return (
    <>
      <div className="card mb-6 space-y-2">
        <p className="font-semibold" lang={language}>
          {title}
        </p>
        <p>{t('correction.versions', { from: fromVersion, to: toVersion, items: itemIds.length })}</p>
        <dl className="grid gap-x-8 gap-y-2 sm:grid-cols-2">
          <div>
            <dt className="text-muted text-sm">{t('preview.nowPass')}</dt>
            <dd className="font-semibold">{count(nowPass)}</dd>
          </div>
          <div>
            <dt className="text-muted text-sm">{t('preview.noLongerPass')}</dt>
            <dd className="font-semibold">{count(noLongerPass)}</dd>
          </div>
        </dl>
      </div>
      <p className="mb-6">{t('preview.what')}</p>
      <form action={action} className="space-y-5" method="post" noValidate>
        <input name="runId" type="hidden" value={runId} />
        <TextArea
          hint={t('preview.reasonHint')}
          label={t('preview.reason')}
          name="reason"
          returned={returned}
        />
        <button className="button" type="submit">
          {t('preview.button')}
        </button>
      </form>
    </>
  )
}
