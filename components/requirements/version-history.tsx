import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { TermList } from '#components/compliance/term-list'
import { ProfileCard } from '#components/requirements/profile-card'
import type { LocalDate } from '#lib/domain/calendar'
import type { PolicyTerm } from '#lib/domain/compliance/policy-terms'
import type { RequirementProfile } from '#lib/domain/curriculum/requirement-profile'

type VersionShown = {
  readonly version: number
  readonly effectiveOn: LocalDate
  readonly appliesTo: 'later-completions' | 'all'
  readonly recordedOn: LocalDate
  readonly by: string | null
  readonly reason: string | null
  readonly state: 'in-force' | 'ahead' | 'over'
  readonly terms: readonly PolicyTerm[]
  readonly profile: RequirementProfile | null
}

/** Every version of the rules, the latest first: what it says, from when, who wrote it and why. */
export async function VersionHistory({ versions }: { readonly versions: readonly VersionShown[] }) {
  const t = await getTranslations('requirements')
  return (
    <section className="mt-8">
      <h2 className="mb-3">{t('history')}</h2>
      <ol className="space-y-4" reversed>
        {versions.map((version) => (
          <li key={version.version}>
            <Version version={version} />
          </li>
        ))}
      </ol>
    </section>
  )
}

async function Version({ version: each }: { readonly version: VersionShown }) {
  const t = await getTranslations('requirements')
  const day = await dayWords()
  const { version, effectiveOn, recordedOn, by, reason, state, appliesTo, terms, profile } = each
  return (
    <details className="card" open={state !== 'over'}>
      <summary className="min-h-11 cursor-pointer py-2.5 font-semibold">
        {t('versionTitle', { version, on: day(effectiveOn) })} · {t(`state.${state}`)}
      </summary>
      <p className="text-muted text-sm">{t('writtenBy', { by: by ?? t('somebody'), on: day(recordedOn) })}</p>
      {reason && <p className="mt-1">{t('because', { reason })}</p>}
      {version > 1 && <p className="mt-1">{t(`appliesTo.${appliesTo}`)}</p>}
      <div className="mt-3">
        <TermList terms={terms} />
      </div>
      {profile && (
        <div className="mt-4">
          <p className="mb-2">{t('profileThen')}</p>
          <ProfileCard profile={profile} />
        </div>
      )}
    </details>
  )
}
