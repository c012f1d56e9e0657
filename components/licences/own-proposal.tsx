import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import type { OwnLicence } from '#lib/domain/people/licences'

/** What the holder said about the renewal, and what became of it. */
export async function OwnProposal({ licence }: { licence: OwnLicence }) {
  const t = await getTranslations('licences.own')
  const day = await dayWords()
  const { proposal, declined } = licence
  return (
    <>
      {proposal && <p>{t('waiting', { on: day(proposal.dueOn) })}</p>}
      {declined !== null && <p className="wrap-anywhere">{t('declined', { reason: declined })}</p>}
    </>
  )
}
