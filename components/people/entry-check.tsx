import { getTranslations } from 'next-intl/server'
import type { Returned } from '#components/form/form-parts'
import { TextArea } from '#components/form/text-area'
import { EntryEffects } from '#components/people/entry-effects'
import { EntrySummary } from '#components/people/entry-summary'
import type { LocalDate } from '#lib/domain/calendar'
import type { EntryChoices } from '#lib/domain/people/entries/choices'
import type { Effect } from '#lib/domain/people/entries/effects'
import type { Entry, EntryKind } from '#lib/domain/people/entries/entry'

type EntryCheckProps = {
  readonly entry: Entry
  readonly choices: EntryChoices
  readonly effects: readonly Effect[]
  readonly person: { readonly startedOn: LocalDate; readonly endedOn: LocalDate | null }
  readonly today: LocalDate
  readonly reason: 'needed' | 'welcome' | 'not-asked'
  readonly isOwn: boolean
  /** Certificates of a completion that is being corrected, each with the page that revokes it. */
  readonly certificates: readonly { readonly number: string; readonly href: string }[]
  readonly action: string
  /** The fields that the saving posts again. */
  readonly answers: Readonly<Record<string, string | readonly string[]>>
  readonly backHref: string
  readonly returned: Returned
}

/** What an entry would do, and the one button that saves it. */
export async function EntryCheck(props: EntryCheckProps) {
  const t = await getTranslations('entries')
  const { entry, choices, effects, person, today, certificates } = props
  return (
    <div className="space-y-6">
      <EntrySummary choices={choices} entry={entry} />
      <EntryEffects effects={effects} person={person} today={today} />
      {certificates.length > 0 && (
        <section className="card">
          <h2>{t('certificatesTitle')}</h2>
          <p className="mb-2">{t('certificatesHint')}</p>
          <ul>
            {certificates.map(({ number, href }) => (
              <li key={number}>
                <a className="inline-flex min-h-11 items-center" href={href}>
                  {t('revokeLink', { number })}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Saving {...props} kind={entry.kind} />
    </div>
  )
}

async function Saving({
  action,
  answers,
  backHref,
  isOwn,
  kind,
  reason,
  returned,
}: EntryCheckProps & { readonly kind: EntryKind }) {
  const t = await getTranslations('entries')
  const hint = isOwn ? t('hint.ownReason') : t(kind === 'post' ? 'hint.postReason' : 'hint.reason')
  return (
    <form action={action} className="space-y-5" method="post" noValidate>
      {Object.entries(answers).flatMap(([name, value]) =>
        [value]
          .flat()
          .map((one) => <input key={`${name} ${one}`} name={name} type="hidden" value={String(one)} />),
      )}
      {reason !== 'not-asked' && (
        <TextArea
          hint={hint}
          label={reason === 'needed' ? t('field.reason') : t('field.reasonOptional')}
          name="reason"
          returned={returned}
        />
      )}
      <div className="flex flex-wrap items-center gap-4">
        <button className="button" type="submit">
          {t(`save.${kind}`)}
        </button>
        {kind !== 'end-withdrawal' && (
          <a className="button-quiet" href={backHref}>
            {t('changeAnswers')}
          </a>
        )}
      </div>
      <p className="text-muted text-sm">{t('saveHint')}</p>
    </form>
  )
}
