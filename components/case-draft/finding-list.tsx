import { getTranslations } from 'next-intl/server'
import type { CaseFinding } from '#lib/domain/authoring/case-finding'

/** What is still to mend, in plain words with the mend. */
export async function FindingList({ findings }: { readonly findings: readonly CaseFinding[] }) {
  const t = await getTranslations('caseDrafts')
  const skills = await getTranslations('cases.skills')
  if (findings.length === 0) return null
  return (
    <ul className="border-danger mt-2 list-disc space-y-1 border-l-4 pl-8">
      {findings.map(({ kind, choiceId, skill }) => (
        <li key={`${kind} ${choiceId} ${skill}`}>
          {choiceId && <strong>{t('choiceNamed', { letter: choiceId.toUpperCase() })}: </strong>}
          {t(`findings.${kind}`, { skill: skill ? skills(skill) : '' })}
        </li>
      ))}
    </ul>
  )
}
