import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { Pager } from '#components/compliance/pager'
import { TermList } from '#components/compliance/term-list'
import { HiddenAnswers } from '#components/requirements/hidden-answers'
import { PreviewedPerson, type PreviewedPersonShown } from '#components/requirements/previewed-person'
import { ProfileCard } from '#components/requirements/profile-card'
import type { LocalDate } from '#lib/domain/calendar'
import type { PolicyTerm } from '#lib/domain/compliance/policy-terms'
import type { MissingFact } from '#lib/domain/compliance/requirement-people'
import type { RequirementProfile } from '#lib/domain/curriculum/requirement-profile'

type RequirementPreviewProps = {
  readonly effectiveOn: LocalDate
  readonly titles: { readonly track: string; readonly renewal: string | null }
  readonly terms: readonly PolicyTerm[]
  /** In the reader's language. */
  readonly profile: RequirementProfile | null
  readonly preview: {
    readonly today: LocalDate
    readonly alike: readonly { readonly id: string; readonly name: string; readonly people: number }[]
    readonly asked: readonly PreviewedPersonShown[]
    readonly page: number
    readonly pages: number
    readonly counts: {
      readonly asked: number
      readonly askedTwice: number
      readonly withoutLicenceDate: number
    }
    readonly notAsked: readonly { readonly name: string; readonly missing: readonly MissingFact[] }[]
  }
  readonly action: string
  /** The fields that the confirmation posts again. */
  readonly answers: Readonly<Record<string, string | readonly string[]>>
  readonly backHref: string
  hrefFor(page: number): string
}

/** What a requirement would mean for each person, with the one button that saves it. */
export async function RequirementPreview(props: RequirementPreviewProps) {
  const t = await getTranslations('practice')
  const { asked, counts, notAsked, today, page, pages } = props.preview
  return (
    <>
      <Summary {...props} />
      <Confirmation {...props} />
      <h2 className="mt-8 mb-3">{t('requirement.previewPeople', { people: counts.asked })}</h2>
      <Warnings {...props} />
      {counts.asked === 0 && <p className="card">{t('requirement.previewNobody')}</p>}
      <ul className="space-y-3">
        {asked.map((person) => (
          <PreviewedPerson key={person.staffMemberId} person={person} today={today} />
        ))}
      </ul>
      <Pager hrefFor={props.hrefFor} page={page} pages={pages} />
      <NotAsked people={notAsked} />
    </>
  )
}

async function Summary({ titles, terms, profile, effectiveOn }: RequirementPreviewProps) {
  const t = await getTranslations('requirements')
  const day = await dayWords()
  return (
    <>
      <section className="card mb-6">
        <h2>{titles.track}</h2>
        {titles.renewal && <p>{t('renewsWith', { title: titles.renewal })}</p>}
        <p className="mt-1 mb-3">{t('holdsFrom', { on: day(effectiveOn) })}</p>
        <TermList terms={terms} />
      </section>
      {profile && (
        <div className="mb-6">
          <ProfileCard level="h2" profile={profile} />
        </div>
      )}
    </>
  )
}

async function Warnings({ preview: { alike, counts } }: RequirementPreviewProps) {
  const t = await getTranslations('requirements')
  const warnings = [
    ...alike.map(({ name, people }) => t('askedTwice', { name, people })),
    ...(counts.withoutLicenceDate > 0
      ? [t('withoutLicenceDate', { people: counts.withoutLicenceDate })]
      : []),
  ]
  if (warnings.length === 0) return null
  return (
    <div className="border-notice-line bg-notice mb-6 rounded-xl border-2 p-4" role="status">
      <ul className="space-y-2">
        {warnings.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </div>
  )
}

async function Confirmation({ action, answers, backHref }: RequirementPreviewProps) {
  const t = await getTranslations('practice')
  const own = await getTranslations('requirements')
  return (
    <form action={action} className="flex flex-wrap items-center gap-4" method="post">
      <HiddenAnswers answers={answers} />
      <button className="button" type="submit">
        {t('requirement.save')}
      </button>
      <a className="button-quiet" href={backHref}>
        {t('requirement.change')}
      </a>
      <p className="text-muted w-full text-sm">{own('nothingSavedYet')}</p>
    </form>
  )
}

type NotAskedProps = { readonly people: RequirementPreviewProps['preview']['notAsked'] }

async function NotAsked({ people }: NotAskedProps) {
  if (people.length === 0) return null
  const t = await getTranslations('requirements')
  const unknown = people.filter(({ missing }) => missing.length > 0)
  const shown = people.slice(0, 200)
  return (
    <details className="mt-6">
      <summary className="text-accent min-h-11 cursor-pointer py-2.5 font-medium">
        {t('notAsked', { people: people.length })}
      </summary>
      {unknown.length > 0 && <p className="mb-2">{t('unknownFacts', { people: unknown.length })}</p>}
      <ul className="list-disc pl-5">
        {shown.map(({ name, missing }, index) => (
          <li key={`${name} ${String(index)}`}>
            {name}
            {missing.map((fact) => ` · ${t(`missing.${fact}`)}`)}
          </li>
        ))}
      </ul>
    </details>
  )
}
