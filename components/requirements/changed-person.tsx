import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import { StatusMark } from '#components/compliance/status-mark'
import type { LocalDate } from '#lib/domain/calendar'
import type { ComplianceAnswer } from '#lib/domain/compliance/answer'
import { type StandingDifference, standingDifferences } from '#lib/domain/compliance/policy-change'

export type ChangedPersonShown = {
  readonly staffMemberId: string
  readonly name: string
  readonly role: string
  /** The first day on which it would be otherwise. */
  readonly on: LocalDate
  readonly before: ComplianceAnswer
  readonly after: ComplianceAnswer
}

type ChangedPersonProps = { readonly person: ChangedPersonShown; readonly today: LocalDate }

/** Where one person stands before and after, from which day on the two differ, and what is different then. */
export async function ChangedPerson({ person, today }: ChangedPersonProps) {
  const t = await getTranslations('requirements')
  const people = await getTranslations('people')
  const day = await dayWords()
  const { name, role, before, after, on } = person
  return (
    <li className="card grid gap-x-6 gap-y-3 sm:grid-cols-3">
      <div>
        <span className="font-semibold">{name}</span>
        <span className="text-muted block text-sm">{people(`roles.${role}` as 'roles.nurse')}</span>
      </div>
      <StandingThen answer={before} title={t('before')} />
      <StandingThen answer={after} title={t('after')} />
      <div className="text-sm sm:col-span-3">
        <p className="font-medium">{on > today ? t('differs.from', { on: day(on) }) : t('differs.atOnce')}</p>
        <ul>
          {standingDifferences(before, after).map((difference) => (
            <Difference difference={difference} key={difference.kind} />
          ))}
        </ul>
      </div>
    </li>
  )
}

async function Difference({ difference }: { difference: StandingDifference }) {
  const t = await getTranslations('requirements')
  return (
    <li>
      {t(`differs.${difference.kind}`)} {await differenceWords(difference)}
    </li>
  )
}

async function differenceWords({ kind, before, after }: StandingDifference): Promise<string> {
  const t = await getTranslations('requirements')
  const practice = await getTranslations('practice')
  const day = await dayWords()
  switch (kind) {
    case 'status':
      return t('differs.instead', {
        before: practice(`status.${before}`),
        after: practice(`status.${after}`),
      })
    case 'authority':
      return t('differs.instead', {
        before: t(`differs.authorities.${before}`),
        after: t(`differs.authorities.${after}`),
      })
    case 'dueOn':
    case 'validThrough':
    case 'opensOn': {
      const none = t('differs.noDay')
      return t('differs.instead', { before: before ? day(before) : none, after: after ? day(after) : none })
    }
  }
}

type StandingThenProps = { readonly title: string; readonly answer: ComplianceAnswer }

async function StandingThen({ title, answer }: StandingThenProps) {
  const t = await getTranslations('requirements')
  const day = await dayWords()
  const { status, dueOn, validThrough, opensOn } = answer
  return (
    <div>
      <p className="text-muted text-sm">{title}</p>
      <StatusMark status={status} />
      <ul className="mt-1 text-sm">
        {dueOn && <li>{t('dates.due', { on: day(dueOn) })}</li>}
        {validThrough && <li>{t('dates.validThrough', { on: day(validThrough) })}</li>}
        {opensOn && <li>{t('dates.opens', { on: day(opensOn) })}</li>}
        {answer.because.completedOn && !validThrough && <li>{t('dates.forGood')}</li>}
      </ul>
    </div>
  )
}
