import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { TermList } from '#components/compliance/term-list'
import type { LocalDate } from '#lib/domain/calendar'
import type { PolicyTerm } from '#lib/domain/compliance/policy-terms'

type RequirementTermsProps = {
  readonly requirement: {
    readonly name: string
    readonly renewalTitle: string | null
    readonly terms: readonly PolicyTerm[] | null
    readonly beginsOn: LocalDate | null
    readonly retiredOn: LocalDate | null
    readonly asked: number
    readonly current: number
  }
  readonly today: LocalDate
  readonly hrefs: {
    /** The table of the people that it asks. */
    readonly people: string
    /** Its own page. */
    readonly requirement: string
  }
}

/** One requirement: what it asks, in sentences, and how many of whom are current. */
export async function RequirementTerms({ requirement, today, hrefs }: RequirementTermsProps) {
  const t = await getTranslations('practice')
  const own = await getTranslations('requirements')
  const day = await dayWords()
  const { name, renewalTitle, terms, beginsOn, retiredOn, asked, current } = requirement
  const isOver = retiredOn !== null && retiredOn <= today
  return (
    <section className="card">
      <h2>{name}</h2>
      {renewalTitle && <p>{own('renewsWith', { title: renewalTitle })}</p>}
      {retiredOn && (
        <p className="mt-1 font-semibold">
          {own(isOver ? 'retiredOn' : 'retiresOn', { on: day(retiredOn) })}
        </p>
      )}
      {!isOver && (
        <p className="mt-1">
          <a className="inline-flex min-h-11 items-center" href={hrefs.people}>
            {t('requirement.currentOf', { current, asked })}
          </a>
        </p>
      )}
      {beginsOn && <p>{own('beginsOn', { on: day(beginsOn) })}</p>}
      {terms && <TermList terms={terms} />}
      <p className="mt-3">
        <a className="inline-flex min-h-11 items-center" href={hrefs.requirement}>
          {own('openRequirement', { name })}
        </a>
      </p>
    </section>
  )
}
