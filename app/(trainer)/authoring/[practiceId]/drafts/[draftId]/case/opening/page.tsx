import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AboutFields } from '#components/case-draft/about-fields'
import { OpeningFields } from '#components/case-draft/opening-fields'
import { ErrorSummary } from '#components/form/form-parts'
import { QuizFrame } from '#components/items/quiz-frame'
import { viewCaseDraft } from '#lib/use-cases/authoring/view-case-draft'
import { draftId } from '#lib/web/authoring-fields'
import { authoringLinks } from '#lib/web/authoring-links'
import { markToSend } from '#lib/web/case-draft-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { routes } from '#lib/web/routes'

/** What a case says of itself, and what is known before its first scene. */
export default async function CaseOpeningPage({
  params,
  searchParams,
}: PageProps<'/authoring/[practiceId]/drafts/[draftId]/case/opening'>) {
  const input = await paramsOr404({ practiceId, draftId }, params)
  const { practiceId: id, draftId: draft } = input
  const { view, actor, returned } = await pageContext((context) => viewCaseDraft(context, input), {
    path: routes.caseOpening(id, draft),
    search: searchParams,
  })
  if (!view.isEditable || !view.draft) notFound()
  const t = await getTranslations('caseDrafts')
  // Each of the two forms gets back what was typed into it; the other one goes on from what stands now.
  const isOpening = 'caseSetting' in returned.values
  const nothing = { ...returned, values: {} }
  const [ofAbout, ofOpening] = isOpening ? [nothing, returned] : [returned, nothing]
  return (
    <QuizFrame
      actor={actor}
      back={{ href: routes.caseDraft(id, draft), words: t('backToCase') }}
      links={authoringLinks(id, view.capabilities)}
      practiceName={view.practiceName}
      title={t('openOpening')}
    >
      <ErrorSummary returned={returned} />
      <section aria-labelledby="about" className="mb-10">
        <h2 className="mb-3 text-xl" id="about">
          {t('about.title')}
        </h2>
        <form action={routes.caseAboutChanges(id, draft)} className="space-y-5" method="post" noValidate>
          <input name="mark" type="hidden" value={markToSend(ofAbout, view.about.mark)} />
          <AboutFields about={view.about} moduleId="" modules={view.modules} returned={ofAbout} />
          <button className="button" type="submit">
            {t('about.save')}
          </button>
        </form>
      </section>
      <section aria-labelledby="opening">
        <h2 className="mb-3 text-xl" id="opening">
          {t('opening.title')}
        </h2>
        <form action={routes.caseOpeningChanges(id, draft)} className="space-y-5" method="post" noValidate>
          <input name="mark" type="hidden" value={markToSend(ofOpening, view.draft.openingMark)} />
          <OpeningFields opening={view.draft.opening} returned={ofOpening} />
          <button className="button-quiet" type="submit">
            {t('opening.save')}
          </button>
        </form>
      </section>
    </QuizFrame>
  )
}
