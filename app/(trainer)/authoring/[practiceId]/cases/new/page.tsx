import { randomUUID } from 'node:crypto'
import { getLocale, getTranslations } from 'next-intl/server'
import { AboutFields } from '#components/case-draft/about-fields'
import { OpeningFields } from '#components/case-draft/opening-fields'
import { ErrorSummary, SelectField } from '#components/form/form-parts'
import { QuizFrame } from '#components/items/quiz-frame'
import { languages } from '#lib/domain/language'
import { viewNewCase } from '#lib/use-cases/authoring/view-new-case'
import { authoringLinks } from '#lib/web/authoring-links'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** What a new case is about: the person who comes, and what is known of them. */
export default async function NewCasePage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/cases/new'>) {
  const input = await paramsOr404({ practiceId }, params)
  const { view, actor, returned } = await pageContext((context) => viewNewCase(context, input), {
    path: routes.newCase(input.practiceId),
    search: searchParams,
  })
  const t = await getTranslations('caseDrafts')
  const fields = await getTranslations('fields')
  const words = await getTranslations('authoring')
  return (
    <QuizFrame
      actor={actor}
      back={{ href: routes.authoring(view.practiceId), words: words('back') }}
      links={authoringLinks(view.practiceId, view.capabilities)}
      practiceName={view.practiceName}
      title={t('new')}
    >
      <ErrorSummary returned={returned} />
      <p className="mb-6 max-w-prose">{t('newIntro')}</p>
      <form action={routes.ownCases(view.practiceId)} className="space-y-5" method="post" noValidate>
        <input name="draftId" type="hidden" value={randomUUID()} />
        <AboutFields about={null} moduleId="" modules={view.modules} returned={returned} />
        <OpeningFields opening={null} returned={returned} />
        <SelectField
          choices={languages.map((value) => ({ value, label: words(`form.language.${value}`) }))}
          defaultValue={await getLocale()}
          label={fields('caseLanguage')}
          name="caseLanguage"
          returned={returned}
        />
        <button className="button" type="submit">
          {t('begin')}
        </button>
      </form>
    </QuizFrame>
  )
}
