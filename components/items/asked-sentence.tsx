import { getTranslations } from 'next-intl/server'
import type { AskedItems } from '#lib/domain/authoring/asked-items'
import type { Objective } from '#lib/domain/curriculum/module'

type AskedSentenceProps = {
  readonly asked: AskedItems
  readonly percent: number
  readonly objectives: readonly Objective[]
}

/** What each attempt asks, in words. */
export async function AskedSentence({ asked, percent, objectives }: AskedSentenceProps) {
  const t = await getTranslations('items')
  const { draw, ready, passing, mustPass } = asked
  const wordsOf = (id: string) => objectives.find((objective) => objective.id === id)?.text ?? id
  return (
    <>
      <p>{t('asked.sentence', { draw, ready, passing, percent })}</p>
      <ul className="my-2 list-disc pl-6">
        {asked.objectives.map(({ id, asked: count, isExact }) => (
          <li key={id}>{t(isExact ? 'asked.exact' : 'asked.least', { count, objective: wordsOf(id) })}</li>
        ))}
      </ul>
      <p>{t('asked.mustPass', { count: mustPass })}</p>
    </>
  )
}
