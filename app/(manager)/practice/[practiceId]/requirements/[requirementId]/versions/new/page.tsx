import { getTranslations } from 'next-intl/server'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ChangeForm } from '#components/requirements/change-form'
import { previewChange } from '#lib/use-cases/practice/preview-change'
import { answersOf, typedChange } from '#lib/web/change-fields'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId, requirementId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'
import { choicesShown } from '#lib/web/requirement-choices'
import { routes } from '#lib/web/routes'

/** What a requirement asks, to be changed. Coming back from the preview, the address carries what was answered. */
export default async function NewRequirementVersionPage({
  params,
  searchParams,
}: PageProps<'/practice/[practiceId]/requirements/[requirementId]/versions/new'>) {
  const input = await paramsOr404({ practiceId, requirementId }, params)
  const { view, actor } = await pageContext((context) =>
    previewChange(context, { ...input, draft: null, appliesTo: 'later-completions' }),
  )
  const typed = typedChange(await searchParams)
  const isBlank = Object.keys(typed).length === 0
  const t = await getTranslations('requirements')
  const { requirement, latest, latestTerms, today } = view
  return (
    <PracticeFrame
      actor={actor}
      current="requirements"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={t('changeTitle', { name: requirement.name })}
      width="reading"
    >
      <ChangeForm
        action={routes.requirementVersionDrafts(view.practiceId, requirement.id)}
        choices={await choicesShown(view.choices)}
        isNews={false}
        latest={latest}
        latestTerms={latestTerms}
        returned={{ problems: [], values: isBlank ? answersOf(requirement, latest, today) : typed }}
        tracks={requirement}
      />
    </PracticeFrame>
  )
}
