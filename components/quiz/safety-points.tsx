import { getTranslations } from 'next-intl/server'
import type { StepLine } from '#lib/domain/assessment/right-step'
import type { ItemKind } from '#lib/domain/curriculum/item-kind'
import type { Vignette } from '#lib/domain/curriculum/module'
import type { Language } from '#lib/domain/language'

type SafetyPoint = {
  readonly itemId: string
  readonly kind: ItemKind
  readonly vignette: Vignette | null
  readonly stem: string
  readonly language: Language
  readonly right: readonly StepLine[]
}

type SafetyPointsProps = {
  readonly points: readonly SafetyPoint[]
  /** Who leads the training, by name. */
  readonly leads: readonly string[]
}

/** Of each safety point that was missed the right step, and with whom to talk it through. It is sent to nobody. */
export async function SafetyPoints({ points, leads }: SafetyPointsProps) {
  const t = await getTranslations('quiz.safety')
  const [name, ...others] = leads
  return (
    <section className="mt-8">
      <h2 className="mb-2">{t('title', { count: points.length })}</h2>
      <p className="mb-2">
        {name === undefined ? t('talkToLead') : t('talkTo', { name, others: others.length })}
      </p>
      <p className="text-muted mb-4">{t('private')}</p>
      <ul className="space-y-4">
        {points.map(({ itemId, kind, vignette, stem, language, right }) => (
          <li className="card space-y-3" key={itemId}>
            {vignette && <p lang={language}>{vignette.text}</p>}
            <p lang={language}>{stem}</p>
            <h3>{t('rightStep')}</h3>
            <RightStep isOrdered={kind === 'ordering'} language={language} lines={right} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type RightStepProps = {
  readonly lines: readonly StepLine[]
  readonly isOrdered: boolean
  readonly language: Language
}

function RightStep({ lines, isOrdered, language }: RightStepProps) {
  const List = isOrdered ? 'ol' : 'ul'
  return (
    <List className={`space-y-2 ${isOrdered ? 'list-decimal pl-5' : ''}`} lang={language}>
      {lines.map(({ of, text, why }) => (
        <li className="border-good border-l-4 pl-3 wrap-anywhere" key={`${of} ${text}`}>
          <p className="mb-1 font-semibold">{of === null ? text : `${of} → ${text}`}</p>
          {why && <p>{why}</p>}
        </li>
      ))}
    </List>
  )
}
