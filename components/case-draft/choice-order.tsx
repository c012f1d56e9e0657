import { getTranslations } from 'next-intl/server'
import type { ChoiceForm } from '#lib/domain/authoring/case-form'
import { firstWords } from '#lib/domain/authoring/case-names'

type ChoiceOrderProps = { readonly choices: readonly ChoiceForm[] }

/**
 * The order in which a scene shows its choices. It stands behind the form's own button, so that Enter saves and moves nothing;
 * moving one saves what was typed with it.
 */
export async function ChoiceOrder({ choices }: ChoiceOrderProps) {
  if (choices.length < 2) return null
  const t = await getTranslations('caseDrafts')
  return (
    <section aria-labelledby="choice-order" className="border-line border-t pt-5">
      <h2 className="text-lg" id="choice-order">
        {t('order.title')}
      </h2>
      <p className="text-muted mb-3 text-sm">{t('order.hint')}</p>
      <ol className="space-y-3">
        {choices.map(({ id, text }, index) => (
          <li className="card flex flex-col gap-3 sm:flex-row sm:items-center sm:justify-between" key={id}>
            <span className="break-words">
              <strong>{t('choiceNamed', { letter: id.toUpperCase() })}</strong>: {firstWords(text)}
            </span>
            <span className="flex gap-3">
              {index > 0 && <MoveButton id={id} to="up" />}
              {index < choices.length - 1 && <MoveButton id={id} to="down" />}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

async function MoveButton({ id, to }: { readonly id: string; readonly to: 'up' | 'down' }) {
  const t = await getTranslations('caseDrafts.order')
  return (
    <button
      aria-label={t(`${to}Of`, { letter: id.toUpperCase() })}
      className="button-quiet"
      name="choiceMove"
      type="submit"
      value={`${id}-${to}`}
    >
      {t(to)}
    </button>
  )
}
