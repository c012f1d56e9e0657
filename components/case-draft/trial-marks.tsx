import { getTranslations } from 'next-intl/server'
import { caseSkills, type Judgment, type SkillPoints } from '#lib/domain/curriculum/case-graph'

type TrialMarksProps = {
  readonly step: { readonly judgment: Judgment } | undefined
  readonly points: SkillPoints
}

/** How the last choice is judged, which a learner reads at the end only. */
export async function TrialMarks({ step, points }: TrialMarksProps) {
  if (!step) return null
  const t = await getTranslations('caseDrafts')
  const skills = await getTranslations('cases.skills')
  const given = caseSkills.flatMap((skill) => {
    const held = points[skill]
    return held === undefined ? [] : [t('trial.point', { skill: skills(skill), points: held })]
  })
  return (
    <p className="border-line -mt-4 mb-8 max-w-prose rounded-lg border border-dashed p-3 text-sm">
      {t('trial.marks', {
        judgment: t(`judgments.${step.judgment}`),
        points: given.length > 0 ? `${given.join(' · ')}.` : t('trial.noPoints'),
      })}
    </p>
  )
}
