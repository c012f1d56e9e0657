import type { CaseDecision, CaseOption, CaseSkill, SkillPoints } from '#lib/domain/curriculum/case-graph'

/** Points of the best option, for each skill of a decision. */
export const mostPoints = 2

/** What is wrong with the points of one option. */
export type CasePointsFlaw = {
  readonly kind:
    | 'other-skills'
    | 'good-without-full-points'
    | 'fair-with-full-points'
    | 'poor-scores-too-much'
    | 'equals-score-unequally'
  readonly optionId: string
}

const total = (points: SkillPoints) => Object.values(points).reduce((sum, held) => sum + held, 0)

function rewardsOtherSkills({ skills }: CaseDecision, { points }: CaseOption) {
  const rewarded = Object.keys(points) as CaseSkill[]
  return rewarded.length !== skills.length || rewarded.some((skill) => !skills.includes(skill))
}

/** The option that the same judgment stands on first, with another sum of points. */
function unequalTwin({ options }: CaseDecision, { judgment, points }: CaseOption) {
  const first = options.find((option) => option.judgment === judgment)
  return first && total(first.points) !== total(points)
}

function judgedPoints(decision: CaseDecision, option: CaseOption): CasePointsFlaw['kind'] | undefined {
  const full = mostPoints * decision.skills.length
  const sum = total(option.points)
  switch (option.judgment) {
    case 'good':
      return sum < full ? 'good-without-full-points' : undefined
    case 'fair':
      return sum >= full ? 'fair-with-full-points' : undefined
    case 'poor': {
      const better = decision.options.filter(({ judgment }) => judgment !== 'poor')
      const isTooMuch = better.some(({ points }) => total(points) <= sum)
      return isTooMuch || sum > decision.skills.length ? 'poor-scores-too-much' : undefined
    }
  }
}

/**
 * Whether the options of a decision score as they are judged: each on exactly the skills of the decision, a good one with
 * all points, a fair one with fewer, a poor one with fewer than those and at most half, and options of the same judgment
 * with the same sum. So whoever chooses equally well scores equally, whichever way was taken.
 */
export function casePointsFlaws(decision: CaseDecision): readonly CasePointsFlaw[] {
  return decision.options.flatMap((option) => {
    if (rewardsOtherSkills(decision, option)) return [{ kind: 'other-skills' as const, optionId: option.id }]
    const judged = judgedPoints(decision, option)
    if (judged) return [{ kind: judged, optionId: option.id }]
    return unequalTwin(decision, option)
      ? [{ kind: 'equals-score-unequally' as const, optionId: option.id }]
      : []
  })
}
