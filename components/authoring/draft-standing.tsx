import { getTranslations } from 'next-intl/server'
import type { Returned } from '#components/form/form-parts'
import { TextArea } from '#components/form/text-area'
import type { DraftDeed } from '#lib/domain/authoring/draft-state'

type StandingProps = {
  readonly filesHash: string
  readonly deeds: readonly DraftDeed[]
  readonly isSolo: boolean
  readonly action: string
  readonly returned: Returned
}

/** What the reader can do with a draft now, last in the order of the work. */
export async function DraftStanding({ filesHash, deeds, isSolo, action, returned }: StandingProps) {
  const t = await getTranslations('draftNext')
  const words = await getTranslations('authoring')
  if (deeds.length === 0) return null
  const says = remarkFor(deeds, isSolo)
  return (
    <section aria-labelledby="standing" className="card mb-10">
      <h2 className="text-xl" id="standing">
        {t(titleFor(deeds))}
      </h2>
      <form action={action} className="mt-4 space-y-4" method="post" noValidate>
        <input name="filesHash" type="hidden" value={filesHash} />
        <TextArea
          {...(says.hint === null ? {} : { hint: t(says.hint) })}
          label={t(says.label)}
          name="reason"
          returned={returned}
          rows={2}
        />
        <div className="flex flex-wrap gap-3">
          {deeds.map((deed) => (
            <button
              className={onward.includes(deed) ? 'button' : 'button-quiet'}
              key={deed}
              name="deed"
              type="submit"
              value={deed}
            >
              {words(`deed.${deed}`)}
            </button>
          ))}
        </div>
      </form>
    </section>
  )
}

/** What brings a draft further; everything else is no button to press by habit. */
const onward: readonly DraftDeed[] = ['sent-to-review', 'approved']

function titleFor(deeds: readonly DraftDeed[]) {
  if (deeds.includes('sent-to-review')) return 'sendTitle'
  return deeds.includes('retired') ? 'retireTitle' : 'decideTitle'
}

/** What the one field of the form is for, given what can be done. */
function remarkFor(deeds: readonly DraftDeed[], isSolo: boolean) {
  if (deeds.includes('approved') && isSolo) return { label: 'soloReason', hint: 'soloHint' } as const
  if (deeds.includes('changes-asked')) return { label: 'reason', hint: 'reasonHint' } as const
  if (deeds.includes('sent-to-review')) return { label: 'remark', hint: null } as const
  if (deeds.includes('retired')) return { label: 'retireReason', hint: null } as const
  return { label: 'remarkOnly', hint: null } as const
}
