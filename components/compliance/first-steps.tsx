import { getTranslations } from 'next-intl/server'

type FirstStepsProps = {
  readonly hasColleagues: boolean
  readonly addHref: string
  /** Where a requirement is made; null once there is one. */
  readonly require: string | null
}

/** What stands here, why, and the one thing to do next, while the practice is still empty. */
export async function FirstSteps({ hasColleagues, addHref, require }: FirstStepsProps) {
  if (require === null) return null
  const t = await getTranslations('practice')
  const step = hasColleagues ? 'require' : 'add'
  return (
    <section className="card mb-6 space-y-3">
      <h2>{t(`first.${step}Title`)}</h2>
      <p>{t(`first.${step}Body`)}</p>
      <p className="flex flex-wrap gap-4">
        <a className="button" href={step === 'add' ? addHref : require}>
          {t(`first.${step}Button`)}
        </a>
        {step === 'add' && (
          <a className="inline-flex min-h-11 items-center" href={require}>
            {t('first.requireButton')}
          </a>
        )}
      </p>
    </section>
  )
}
