import { icon } from '#components/lesson/icon'
import { wordsOf } from '#components/ui/words'
import type { SkillResult } from '#lib/domain/curriculum/score-case'
import type { Language } from '#lib/domain/language'

type DebriefSkillsProps = {
  readonly skills: readonly (SkillResult & { readonly words: string })[]
  readonly language: Language
}

/** What this way showed of each skill, in words first and in points second. */
export async function DebriefSkills({ skills, language }: DebriefSkillsProps) {
  const t = await wordsOf('cases')
  return (
    <section aria-labelledby="skills" className="mt-10">
      <h2 id="skills">{t('skillsTitle')}</h2>
      <p className="text-muted mt-1">{t('skillsHint')}</p>
      <ul className="mt-4 space-y-3">
        {skills.map(({ skill, level, points, outOf, words }) => (
          <li className="card py-4" key={skill}>
            <h3>{t(`skills.${skill}`)}</h3>
            <p className="mt-1 flex flex-wrap items-center gap-x-3">
              <span className={`flex gap-1 font-medium ${level === 'strong' ? 'text-good' : ''}`}>
                {level === 'strong' ? icon('right') : null}
                {t(`levels.${level}`)}
              </span>
              {outOf > 0 && <span className="text-muted text-sm">{t('points', { points, outOf })}</span>}
            </p>
            <p className="mt-2 max-w-prose" lang={language}>
              {words}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
