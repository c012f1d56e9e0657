import { getTranslations } from 'next-intl/server'
import { TermList } from '#components/compliance/term-list'
import type { PolicyTerm } from '#lib/domain/compliance/policy-terms'

type RequirementTermsProps = {
  readonly requirement: {
    readonly name: string
    readonly terms: readonly PolicyTerm[] | null
    readonly asked: number
    readonly current: number
  }
  /** The table of the people that it asks. */
  readonly href: string
}

/** One requirement: what it asks, in sentences, and how many of whom are current. */
export async function RequirementTerms({ requirement, href }: RequirementTermsProps) {
  const t = await getTranslations('practice')
  const { name, terms, asked, current } = requirement
  return (
    <section className="card">
      <h2>{name}</h2>
      <p className="mt-1 mb-3">
        <a className="inline-flex min-h-11 items-center" href={href}>
          {t('requirement.currentOf', { current, asked })}
        </a>
      </p>
      {terms ? <TermList terms={terms} /> : <p>{t('because.no-policy-in-force')}</p>}
    </section>
  )
}
