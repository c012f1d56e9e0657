import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import type { RequirementProfile } from '#lib/domain/curriculum/requirement-profile'

type ProfileCardProps = {
  readonly profile: RequirementProfile
  readonly level?: 'h2' | 'h3'
}

/** What a state asks of whom, with its source, and how sure we are of it: information, and no legal advice. */
export async function ProfileCard({ profile, level: Heading = 'h3' }: ProfileCardProps) {
  const t = await getTranslations('requirements')
  const day = await dayWords()
  const { who, requirement, hours, frequency, approval, basis, effectiveOn, checkedOn, note } = profile
  const isRead = profile.confidence === 'official' && profile.standing === 'in-force'
  return (
    <article className="card">
      <Heading className="text-lg">{who}</Heading>
      <p className="mt-1">{requirement}</p>
      <dl className="mt-3 grid gap-x-6 gap-y-1 sm:grid-cols-[12rem_1fr]">
        <Line name={t('profile.hours')}>{hours === null ? null : String(hours)}</Line>
        <Line name={t('profile.frequency')}>{frequency}</Line>
        {profile.duty !== 'sign' && (
          <Line name={t('profile.approval')}>{approval ?? t('profile.noApproval')}</Line>
        )}
        <Line name={t('profile.basis')}>{basis}</Line>
        <Line name={t('profile.since')}>{effectiveOn && day(effectiveOn as Parameters<typeof day>[0])}</Line>
        <Line name={t('profile.checkedOn')}>{day(checkedOn as Parameters<typeof day>[0])}</Line>
        <Line name={t('profile.sure')}>
          {t(`confidence.${profile.confidence}`)} {t(`standing.${profile.standing}`)}
        </Line>
      </dl>
      {note && <p className="mt-3">{note}</p>}
      {!isRead && <p className="mt-3 font-semibold">{t('checkWithYourBoard')}</p>}
      {isRead && profile.approval !== null && profile.duty !== 'sign' && (
        <p className="mt-3">{t('approvalNeeded')}</p>
      )}
      <p className="mt-2">
        {profile.url ? (
          <a className="inline-flex min-h-11 items-center" href={profile.url} rel="noreferrer">
            {t('profile.source')}
          </a>
        ) : (
          t('profile.noSource')
        )}
      </p>
    </article>
  )
}

function Line({ name, children }: { readonly name: string; readonly children: string | string[] | null }) {
  if (children === null) return null
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
