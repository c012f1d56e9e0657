import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AudienceQuestions } from '#components/requirements/audience-questions'
import { FurtherQuestions } from '#components/requirements/further-questions'
import type { QuestionsProps } from '#components/requirements/question-props'
import {
  AuthorityQuestion,
  DueQuestions,
  RhythmQuestions,
  TrackQuestions,
} from '#components/requirements/questions'

type RequirementFormProps = QuestionsProps & {
  readonly action: string
  /** A requirement keeps its trainings: another version of its rules does not ask for them. */
  readonly keepsTracks?: boolean
  /** What this form asks besides, before its button. */
  readonly children?: ReactNode
  readonly buttonLabel: string
}

/** The plain questions of a requirement. The form asks for the preview's address, so nothing is lost on the way there. */
export async function RequirementForm(props: RequirementFormProps) {
  const { action, keepsTracks = false, children, buttonLabel, ...questions } = props
  const t = await getTranslations('requirements')
  return (
    <form action={action} className="space-y-10" method="get" noValidate>
      {!keepsTracks && (
        <Part title={t('part.what')}>
          <TrackQuestions {...questions} />
        </Part>
      )}
      <Part title={t('part.who')}>
        <AudienceQuestions {...questions} />
      </Part>
      <Part title={t('part.howOften')}>
        <RhythmQuestions {...questions} />
      </Part>
      <Part title={t('part.when')}>
        <DueQuestions {...questions} />
      </Part>
      <Part title={t('part.authority')}>
        <AuthorityQuestion {...questions} />
      </Part>
      <FurtherQuestions {...questions} />
      {children}
      <button className="button" type="submit">
        {buttonLabel}
      </button>
    </form>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="space-y-5">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
