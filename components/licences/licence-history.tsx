import { getTranslations } from 'next-intl/server'
import { dayWords } from '#components/compliance/day-words'
import type { LicenceFact } from '#lib/domain/people/licences'

/** Everything that was written about a licence, the newest first. */
export async function LicenceHistory({ facts }: { facts: readonly LicenceFact[] }) {
  const t = await getTranslations('licences')
  const people = await getTranslations('people')
  const day = await dayWords()
  const wordsOf = (fact: LicenceFact) => {
    const said = fact.kind === 'licence-recorded' ? fact : { profession: 'other', state: 'MO', number: '' }
    return t(`fact.${fact.kind}`, {
      profession: t(`professions.${said.profession}` as never),
      state: people(`states.${said.state}` as never),
      number: said.number,
      due: 'dueOn' in fact ? day(fact.dueOn) : '',
    })
  }
  return (
    <details className="border-line border-t pt-3">
      <summary className="text-accent cursor-pointer py-2.5 font-medium">{t('historyTitle')}</summary>
      <ol className="mt-2 space-y-3">
        {facts.map((fact) => (
          <li className={fact.isVoid ? 'text-muted' : ''} key={fact.id}>
            <p className={fact.isVoid ? 'line-through' : ''}>{wordsOf(fact)}</p>
            <p className="text-muted text-sm">
              {fact.by === null
                ? t('byNobody', { on: day(fact.effectiveOn) })
                : t('by', { on: day(fact.effectiveOn), name: fact.by })}
              {fact.isVoid && ` · ${t('isVoid')}`}
            </p>
            {fact.reason !== null && <p className="text-sm">{t('reason', { reason: fact.reason })}</p>}
          </li>
        ))}
      </ol>
    </details>
  )
}
