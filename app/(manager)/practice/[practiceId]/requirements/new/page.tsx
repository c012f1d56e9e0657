import { getTranslations } from 'next-intl/server'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ErrorSummary } from '#components/form/form-parts'
import { RequirementForm } from '#components/requirements/requirement-form'
import { StartingPoints } from '#components/requirements/starting-points'
import { previewRequirement } from '#lib/use-cases/practice/preview-requirement'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { choicesShown } from '#lib/web/requirement-choices'
import { requirementDefaults, typedAnswers } from '#lib/web/requirement-fields'
import { startingPoints } from '#lib/web/requirement-starts'
import { routes } from '#lib/web/routes'

/** The questions. Coming back from the preview, the address carries what was answered. */
export default async function NewRequirementPage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/requirements/new'>) {
  const input = await paramsOr404({ practiceId }, params)
  const { view, actor, returned } = await pageContext(
    (context) => previewRequirement(context, { ...input, draft: null }),
    { path: routes.newRequirement(input.practiceId), search: searchParams },
  )
  const typed = typedAnswers(await searchParams)
  const t = await getTranslations('practice')
  const isBlank = Object.keys(typed).length === 0 && returned.problems.length === 0
  const starts = startingPoints({ practiceId: view.practiceId, tracks: view.choices.tracks })
  return (
    <PracticeFrame
      actor={actor}
      current="requirements"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={t('requirement.newTitle')}
      width="reading"
    >
      <ErrorSummary returned={returned} />
      {isBlank && <StartingPoints starts={starts} state={view.choices.state} />}
      <RequirementForm
        action={routes.requirementDrafts(view.practiceId)}
        buttonLabel={t('requirement.previewButton')}
        choices={await choicesShown(view.choices)}
        defaults={{ ...requirementDefaults, effectiveOn: view.today }}
        returned={{ ...returned, values: { ...typed, ...returned.values } }}
      />
    </PracticeFrame>
  )
}
