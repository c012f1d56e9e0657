import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Returned } from '#components/form/form-parts'
import { TextArea } from '#components/form/text-area'
import type { NoteDeedKind, NoteTextState } from '#lib/domain/authoring/practice-note'

type NotePartProps = {
  readonly text: {
    readonly number: number
    readonly state: NoteTextState
    readonly reason: string | null
    readonly deeds: readonly NoteDeedKind[]
    readonly olderVersion: number | null
  }
  /** The text as colleagues see it. */
  readonly box: ReactNode
  readonly action: string
  readonly returned: Returned
}

/** Deeds that may come with a reason. */
const reasoned: readonly NoteDeedKind[] = ['approved', 'returned']

/** A text of a note as colleagues see it, where it stands, and what can be done with it now. */
export async function NotePart({ text, box, action, returned }: NotePartProps) {
  const t = await getTranslations('notes')
  const { number, state, reason, deeds, olderVersion } = text
  const heading = state === 'approved' ? 'shown' : 'next'
  return (
    <section aria-labelledby={heading} className="mb-10">
      <h2 className="text-xl" id={heading}>
        {t(`part.${heading}`)}
      </h2>
      {state !== 'approved' && <p className="mt-1 font-medium">{t(`standing.${state}`)}</p>}
      {reason && <p className="max-w-prose">{reason}</p>}
      {olderVersion !== null && <p className="max-w-prose">{t('older', { version: olderVersion })}</p>}
      {box}
      {deeds.length > 0 && (
        <form action={action} className="mt-4 space-y-4" method="post" noValidate>
          <input name="noteNumber" type="hidden" value={number} />
          {deeds.some((deed) => reasoned.includes(deed)) && (
            <TextArea hint={t('reasonHint')} label={t('reason')} name="reason" returned={returned} rows={2} />
          )}
          <div className="flex flex-wrap gap-3">
            {deeds.map((deed, index) => (
              <button
                className={index === 0 && deed !== 'withdrawn' ? 'button' : 'button-quiet'}
                key={deed}
                name="deed"
                type="submit"
                value={deed}
              >
                {t(`deed.${deed}`)}
              </button>
            ))}
          </div>
        </form>
      )}
    </section>
  )
}
