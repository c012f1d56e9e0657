import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { Pager } from '#components/compliance/pager'
import { TermList } from '#components/compliance/term-list'
import type { Returned } from '#components/form/form-parts'
import { TextArea } from '#components/form/text-area'
import { ChangedPerson, type ChangedPersonShown } from '#components/requirements/changed-person'
import { HiddenAnswers } from '#components/requirements/hidden-answers'
import type { LocalDate } from '#lib/domain/calendar'
import type { PolicyTerm } from '#lib/domain/compliance/policy-terms'

type AppliesTo = 'later-completions' | 'all'

type ChangePreviewProps = {
  readonly effectiveOn: LocalDate
  readonly appliesTo: AppliesTo
  readonly preview: {
    readonly today: LocalDate
    readonly latestTerms: readonly PolicyTerm[]
    readonly terms: readonly PolicyTerm[] | null
    readonly laterVersionsOn: readonly LocalDate[]
    readonly changed: readonly ChangedPersonShown[]
    readonly counts: Readonly<Record<AppliesTo, number>>
    readonly page: number
    readonly pages: number
  }
  readonly action: string
  readonly answers: Readonly<Record<string, string | readonly string[]>>
  readonly returned: Returned
  readonly hrefs: {
    readonly back: string
    /** The same answers, applied the other way. */
    readonly otherWay: string
    page(page: number): string
  }
}

/** Exactly whom another version would change, and how, with the one button that saves it. */
export async function ChangePreview(props: ChangePreviewProps) {
  const t = await getTranslations('requirements')
  const { preview, appliesTo, hrefs } = props
  const people = preview.counts[appliesTo]
  return (
    <>
      <Terms {...props} />
      <section className="card mb-6 space-y-3">
        <h2>{t(`appliesToTitle.${appliesTo}`)}</h2>
        <p className="font-medium">{t('wouldChange', { people })}</p>
        <p>
          {t(`otherWay.${appliesTo}`, {
            people: preview.counts[appliesTo === 'all' ? 'later-completions' : 'all'],
          })}{' '}
          <a className="inline-flex min-h-11 items-center" href={hrefs.otherWay}>
            {t('seeOtherWay')}
          </a>
        </p>
      </section>
      <Confirmation {...props} />
      {people > 0 && <h2 className="mt-8 mb-3">{t('whoChanges')}</h2>}
      <ul className="space-y-3">
        {preview.changed.map((person) => (
          <ChangedPerson key={person.staffMemberId} person={person} today={preview.today} />
        ))}
      </ul>
      <Pager hrefFor={hrefs.page} page={preview.page} pages={preview.pages} />
    </>
  )
}

async function Terms({ preview, effectiveOn }: ChangePreviewProps) {
  const t = await getTranslations('requirements')
  const day = await dayWords()
  const later = preview.laterVersionsOn[0]
  return (
    <>
      <div className="mb-6 grid gap-4 lg:grid-cols-2">
        <section className="card">
          <h2 className="mb-2">{t('termsNow')}</h2>
          <TermList terms={preview.latestTerms} />
        </section>
        <section className="card">
          <h2 className="mb-2">{t('termsThen', { on: day(effectiveOn) })}</h2>
          <TermList terms={preview.terms ?? []} />
        </section>
      </div>
      {later && (
        <p className="border-notice-line bg-notice mb-6 rounded-xl border-2 p-4" role="status">
          {t('laterVersion', { on: day(later) })}
        </p>
      )}
    </>
  )
}

async function Confirmation({ action, answers, returned, hrefs }: ChangePreviewProps) {
  const t = await getTranslations('requirements')
  const practice = await getTranslations('practice')
  return (
    <form action={action} className="space-y-4" method="post">
      <HiddenAnswers answers={answers} />
      <TextArea hint={t('changeReasonHint')} label={t('changeReason')} name="reason" returned={returned} />
      <div className="flex flex-wrap items-center gap-4">
        <button className="button" type="submit">
          {t('saveVersion')}
        </button>
        <a className="button-quiet" href={hrefs.back}>
          {practice('requirement.change')}
        </a>
      </div>
      <p className="text-muted text-sm">{t('versionSaveHint')}</p>
    </form>
  )
}
