import { wordsOf } from '#components/ui/words'
import type { CaseOpening } from '#lib/domain/curriculum/case'
import type { Language } from '#lib/domain/language'

type CaseOpeningProps = { readonly opening: CaseOpening; readonly language: Language }

/** Where it is, whom one plays, who comes and why, and what is known of them. */
export async function CaseOpeningFacts({ opening, language }: CaseOpeningProps) {
  const t = await wordsOf('cases')
  const { setting, role, patient, known } = opening
  const { name, age, pronouns, reason } = patient
  const facts = [
    [t('where'), setting],
    [t('you'), role],
    [t('patient'), t('patientFacts', { name, age, pronouns })],
    [t('reason'), reason],
  ] as const
  return (
    <dl className="space-y-3">
      {facts.map(([term, words]) => (
        <div className="sm:flex sm:gap-4" key={term}>
          <dt className="text-muted sm:w-36 sm:shrink-0">{term}</dt>
          <dd lang={language}>{words}</dd>
        </div>
      ))}
      <div className="sm:flex sm:gap-4">
        <dt className="text-muted sm:w-36 sm:shrink-0">{t('known')}</dt>
        <dd lang={language}>
          <ul className="list-disc space-y-1 pl-5">
            {known.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </dd>
      </div>
    </dl>
  )
}
