import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { StatusMark } from '#components/compliance/status-mark'
import type { ComplianceAnswer } from '#lib/domain/compliance/answer'
import type { ExternalPreview } from '#lib/domain/external/preview-external'

type Effect = { readonly id: string; readonly name: string; readonly preview: ExternalPreview }

/** For each requirement: where the person stands, where they would, and what the authority asks of the provider. */
export async function ExternalEffects({ requirements }: { requirements: readonly Effect[] }) {
  const t = await getTranslations('external.review')
  return (
    <section>
      <h2 className="mb-1">{t('effectTitle')}</h2>
      <p className="text-muted mb-3">{t('effectIntro')}</p>
      {requirements.length === 0 && <p className="card">{t('none')}</p>}
      <ul className="space-y-4">
        {requirements.map(({ id, name, preview }) => (
          <li className="card space-y-2" key={id}>
            <h3>{name}</h3>
            <dl className="grid gap-3 sm:grid-cols-2">
              <Standing answer={preview.before} title={t('now')} />
              <Standing answer={preview.after} title={t('then')} />
            </dl>
            <p className="font-medium">{t(`effect.${preview.effect}`)}</p>
            {preview.demand !== 'none' && <p>{t(`demand.${preview.demand}`)}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

async function Standing({ answer, title }: { answer: ComplianceAnswer; title: string }) {
  const t = await getTranslations('external.review')
  const day = await dayWords()
  const { status, validThrough, dueOn } = answer
  return (
    <div>
      <dt className="text-muted text-sm">{title}</dt>
      <dd>
        <StatusMark status={status} />
        {validThrough !== null && (
          <span className="block">{t('validThrough', { on: day(validThrough) })}</span>
        )}
        {dueOn !== null && <span className="block">{t('dueOn', { on: day(dueOn) })}</span>}
      </dd>
    </div>
  )
}
