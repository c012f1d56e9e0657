import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { Reason } from '#components/compliance/reason'
import { StatusMark } from '#components/compliance/status-mark'
import { TermList } from '#components/compliance/term-list'
import type { LocalDate } from '#lib/domain/calendar'
import type { ComplianceAnswer } from '#lib/domain/compliance/answer'
import { policyTerms } from '#lib/domain/compliance/policy-terms'
import type { RequirementDraft } from '#lib/domain/compliance/requirement-draft'

type Person = {
  readonly staffMemberId: string
  readonly name: string
  readonly role: string
  readonly startedOn: LocalDate
  readonly endedOn: LocalDate | null
  readonly answer: ComplianceAnswer
}

type RequirementPreviewProps = {
  readonly draft: RequirementDraft
  readonly trackTitle: string
  readonly preview: {
    readonly today: LocalDate
    readonly alike: readonly { readonly id: string; readonly name: string }[]
    readonly asked: readonly Person[]
    readonly notAsked: readonly Person[]
  }
  readonly action: string
  /** The fields that the confirmation posts again. */
  readonly answers: Readonly<Record<string, string | readonly string[]>>
  readonly backHref: string
}

/** What a requirement would mean for each person, with the one button that saves it. */
export async function RequirementPreview(props: RequirementPreviewProps) {
  const t = await getTranslations('practice')
  const { alike, asked, notAsked, today } = props.preview
  return (
    <>
      <section className="card mb-6">
        <h2 className="mb-3">{props.trackTitle}</h2>
        <TermList terms={policyTerms(props.draft)} />
      </section>
      {alike.length > 0 && (
        <p className="border-notice-line bg-notice mb-6 rounded-xl border-2 p-4" role="status">
          {t('requirement.alike', { names: alike.map(({ name }) => name).join(', ') })}
        </p>
      )}
      <Confirmation {...props} />
      <h2 className="mt-8 mb-3">{t('requirement.previewPeople', { people: asked.length })}</h2>
      {asked.length === 0 && <p className="card">{t('requirement.previewNobody')}</p>}
      <ul className="space-y-3">
        {asked.map((person) => (
          <PreviewedPerson key={person.staffMemberId} person={person} today={today} />
        ))}
      </ul>
      {notAsked.length > 0 && (
        <p className="text-muted mt-6">
          {t('requirement.previewNotAsked', { names: notAsked.map(({ name }) => name).join(', ') })}
        </p>
      )}
    </>
  )
}

async function Confirmation({ action, answers, backHref }: RequirementPreviewProps) {
  const t = await getTranslations('practice')
  return (
    <form action={action} className="flex flex-wrap items-center gap-4" method="post">
      {Object.entries(answers).flatMap(([name, value]) =>
        [value]
          .flat()
          .map((one) => <input key={`${name} ${one}`} name={name} type="hidden" value={String(one)} />),
      )}
      <button className="button" type="submit">
        {t('requirement.save')}
      </button>
      <a className="button-quiet" href={backHref}>
        {t('requirement.change')}
      </a>
      <p className="text-muted w-full text-sm">{t('requirement.saveHint')}</p>
    </form>
  )
}

async function PreviewedPerson({ person, today }: { readonly person: Person; readonly today: LocalDate }) {
  const t = await getTranslations('practice')
  const people = await getTranslations('people')
  const day = await dayWords()
  const { name, role, answer } = person
  return (
    <li className="card grid gap-x-6 gap-y-2 sm:grid-cols-[14rem_1fr]">
      <div>
        <span className="font-semibold">{name}</span>
        <span className="text-muted block text-sm">{people(`roles.${role}`)}</span>
      </div>
      <div>
        <p className="flex flex-wrap items-center gap-3">
          <StatusMark status={answer.status} />
          {answer.dueOn && (
            <span className="font-medium">{t('person.dueOn', { on: day(answer.dueOn) })}</span>
          )}
        </p>
        <div className="text-muted mt-1 text-sm">
          <Reason answer={answer} person={person} today={today} />
        </div>
      </div>
    </li>
  )
}
