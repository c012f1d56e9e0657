import { getTranslations } from 'next-intl/server'
import { Shell } from '#components/layout/shell'
import { ok } from '#lib/domain/result'
import { visitorPageContext } from '#lib/web/page'

const parts = [
  ['howTitle', ['how1', 'how2']],
  ['whatTitle', ['what1', 'what2']],
  ['notTitle', ['not1', 'not2', 'not3', 'not4']],
] as const

/** What quick exit does and, just as plainly, what it does not. */
export default async function ExitPage() {
  const { actor } = await visitorPageContext(async () => ok(null))
  const t = await getTranslations('help.exit')
  return (
    <Shell actor={actor}>
      <h1 className="mb-6">{t('title')}</h1>
      {parts.map(([title, items]) => (
        <section className="mb-8" key={title}>
          <h2 className="mb-2">{t(title)}</h2>
          <ul className="list-disc space-y-2 pl-6">
            {items.map((item) => (
              <li key={item}>{t(item)}</li>
            ))}
          </ul>
        </section>
      ))}
      <h2 className="mb-2">{t('eraseTitle')}</h2>
      <p>{t('erase')}</p>
    </Shell>
  )
}
