import { getTranslations } from 'next-intl/server'
import { ChoiceForm } from '#components/case/choice-form'
import { DebriefSkills } from '#components/case/debrief-skills'
import { DebriefSteps } from '#components/case/debrief-steps'
import { SceneText } from '#components/case/scene-text'
import type { Returned } from '#components/form/form-parts'
import { type CaseTrial, longestTrial } from '#lib/domain/authoring/case-trial'
import type { Language } from '#lib/domain/language'

type TrialPlaceProps = {
  readonly trial: CaseTrial
  readonly language: Language
  readonly action: string
  readonly returned: Returned
}

/** The scene where a trial stands with its choices, its end with the debrief, or why it cannot go on. */
export async function TrialPlace(props: TrialPlaceProps) {
  const t = await getTranslations('caseDrafts.trial')
  const { place } = props.trial
  switch (place.kind) {
    case 'scene':
      return <OpenScene {...props} scene={place.scene} />
    case 'ending':
      return <End {...props} end={place} />
    case 'nowhere':
      return <p className="card">{t('nowhere')}</p>
    case 'too-long':
      return <p className="card">{t('tooLong', { count: longestTrial })}</p>
  }
}

type Place<Kind> = Extract<CaseTrial['place'], { kind: Kind }>

async function OpenScene(props: TrialPlaceProps & Pick<Place<'scene'>, 'scene'>) {
  const { trial, scene, language, action, returned } = props
  const t = await getTranslations('caseDrafts')
  const cases = await getTranslations('cases')
  const { from, way, steps } = trial
  return (
    <section aria-labelledby="now">
      <h2 className="mb-3" id="now">
        {cases('nowTitle')}
      </h2>
      <SceneText language={language} scene={scene} />
      {scene.options.length === 0 ? (
        <p className="card mt-6">{t('trial.noChoices')}</p>
      ) : (
        <ChoiceForm
          action={action}
          hidden={{ from, way, step: steps.length + 1 }}
          language={language}
          method="get"
          returned={returned}
          scene={scene}
        />
      )}
    </section>
  )
}

async function End({ trial, end, language }: TrialPlaceProps & { readonly end: Place<'ending'> }) {
  const t = await getTranslations('cases')
  return (
    <>
      <section aria-labelledby="end">
        <h2 className="mb-3" id="end">
          {t('endTitle')}
        </h2>
        <SceneText language={language} scene={end.scene} />
        <h3 className="mt-6">{t('lessonTitle')}</h3>
        <p className="mt-1 max-w-prose" lang={language}>
          {end.lesson}
        </p>
      </section>
      <DebriefSkills language={language} skills={end.skills} />
      {trial.steps.length > 0 && <DebriefSteps language={language} steps={trial.steps} />}
    </>
  )
}
