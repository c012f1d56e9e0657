import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import type { Licence } from '#lib/domain/people/licences'

type ProposalLineProps = { readonly licence: Pick<Licence, 'proposal'>; readonly name: string }

/** What the holder says about a renewal, while nobody has answered. */
export async function ProposalLine({ licence: { proposal }, name }: ProposalLineProps) {
  if (proposal === null) return null
  const t = await getTranslations('licences')
  const day = await dayWords()
  return (
    <p className="border-notice-line bg-notice rounded-xl border p-3">
      {t('proposal', { name, on: day(proposal.dueOn) })}
    </p>
  )
}
