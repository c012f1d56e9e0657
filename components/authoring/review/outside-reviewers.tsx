import { getTranslations } from 'next-intl/server'
import type { OutsideState } from '#lib/domain/authoring/review/outside-standing'
import type { LocalDate } from '#lib/domain/calendar'

type OutsideReviewersProps = {
  readonly reviewers: readonly {
    readonly id: string
    readonly name: string
    readonly emailAddress: string
    readonly role: string | null
    readonly state: OutsideState
    readonly invitedOn: LocalDate
    readonly endsOn: LocalDate
  }[]
  actionFor(reviewerId: string): string
  dayOf(on: LocalDate): string
}

/** Who was asked from outside to read a draft, where that stands, and a way to end it. */
export async function OutsideReviewers({ reviewers, actionFor, dayOf }: OutsideReviewersProps) {
  const t = await getTranslations('outside')
  return (
    <section aria-labelledby="invited" className="mb-10">
      <h2 className="mb-3 text-xl" id="invited">
        {t('invited')}
      </h2>
      {reviewers.length === 0 && <p>{t('nobody')}</p>}
      <ul className="list-none! space-y-3 pl-0!">
        {reviewers.map(({ id, name, emailAddress, role, state, invitedOn, endsOn }) => (
          <li className="card" key={id}>
            <p className="font-semibold wrap-anywhere">
              {name}
              {role && ` · ${role}`}
            </p>
            <p className="text-muted wrap-anywhere">{emailAddress}</p>
            <p>
              {t('on', { on: dayOf(invitedOn) })} · {t(`state.${state}`, { on: dayOf(endsOn) })}
            </p>
            {(state === 'waiting' || state === 'reading') && (
              <form action={actionFor(id)} className="mt-2" method="post">
                <button className="button-quiet" type="submit">
                  {t('withdraw')}
                  <span className="sr-only">{` ${t('withdrawOf', { name })}`}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
