import { getTranslations } from 'next-intl/server'
import { PracticeFrame } from '#components/compliance/practice-frame'
import { ProfileCard } from '#components/requirements/profile-card'
import { viewProfiles } from '#lib/use-cases/practice/view-profiles'
import { pageContext } from '#lib/web/page'
import { paramsOr404 } from '#lib/web/params'
import { practiceId } from '#lib/web/practice-fields'
import { practiceLinks } from '#lib/web/practice-links'

/** What every state asks, as far as it is known. */
export default async function RequirementProfilesPage({
  params,
}: PageProps<'/practice/[practiceId]/requirements/profiles'>) {
  const input = await paramsOr404({ practiceId }, params)
  const { view, actor } = await pageContext((context) => viewProfiles(context, input))
  const t = await getTranslations('requirements')
  const people = await getTranslations('people')
  return (
    <PracticeFrame
      actor={actor}
      current="requirements"
      links={practiceLinks(view.practiceId, view)}
      practiceName={view.practiceName}
      title={t('profilesTitle')}
    >
      <p className="mb-6 max-w-prose">{t('profilesHint')}</p>
      <div className="space-y-8">
        {view.states.map(({ state, profiles }) => (
          <section key={state}>
            <h2 className="mb-3">{people(`states.${state}` as 'states.MO')}</h2>
            <div className="space-y-4">
              {profiles.map((profile) => (
                <ProfileCard key={profile.id} profile={profile} />
              ))}
            </div>
          </section>
        ))}
      </div>
    </PracticeFrame>
  )
}
