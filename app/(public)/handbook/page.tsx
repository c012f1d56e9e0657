import { getTranslations } from 'next-intl/server'
import { Shell } from '#components/layout/shell'
import { viewHandbook } from '#lib/use-cases/help/view-handbook'
import { visitorPageContext } from '#lib/web/page'
import { routes } from '#lib/web/routes'

export default async function HandbookPage() {
  const { view, actor } = await visitorPageContext(viewHandbook)
  const t = await getTranslations('help.handbook')
  return (
    <Shell actor={actor}>
      <h1 className="mb-3">{t('title')}</h1>
      <p className="mb-6">
        {t('intro')} <a href={routes.help}>{t('emergency')}</a>
      </p>
      <ul className="space-y-3">
        {view.map(({ id, title }) => (
          <li key={id}>
            <a className="card flex min-h-11 items-center font-semibold" href={routes.handbookGuide(id)}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </Shell>
  )
}
