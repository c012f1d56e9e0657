import { getTranslations } from 'next-intl/server'
import { GuideText } from '#components/help/guide-text'
import { Shell } from '#components/layout/shell'
import { NotTranslated } from '#components/ui/not-translated'
import { viewGuide } from '#lib/use-cases/help/view-guide'
import { contentId } from '#lib/web/learner-fields'
import { visitorPageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { routes } from '#lib/web/routes'

export default async function GuidePage({ params }: PageProps<'/handbook/[guide]'>) {
  const input = await paramsOr404({ guide: contentId }, params)
  const { view, actor } = await visitorPageContext((context) => viewGuide(context, input))
  const t = await getTranslations('help.handbook')
  return (
    <Shell actor={actor}>
      <p className="mb-2">
        <a className="inline-flex min-h-11 items-center" href={routes.handbook}>
          {t('all')}
        </a>
      </p>
      {/* The handbook is English only so far. */}
      <NotTranslated language="en" />
      <div lang="en">
        <h1 className="mb-6">{view.title}</h1>
        <GuideText body={view.body} />
      </div>
    </Shell>
  )
}
