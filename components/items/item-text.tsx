import { getTranslations } from 'next-intl/server'
import { type ItemForm, usedOptions, usedPrompts } from '#lib/domain/authoring/item-form'

type ItemTextProps = { readonly form: ItemForm; readonly language: string }

/** An item as it stands, with what is right: for whoever writes or reviews it. */
export async function ItemText({ form, language }: ItemTextProps) {
  const t = await getTranslations('items')
  const options = usedOptions(form)
  const textOf = (letter: string) => options.find(({ id }) => id === letter)?.text ?? ''
  return (
    <div className="space-y-3">
      <p className="font-medium" lang={language}>
        {form.stem}
      </p>
      {form.kind === 'matching' && (
        <ol className="list-decimal space-y-2 pl-6">
          {usedPrompts(form).map(({ id, text, pair, rationale }) => (
            <li key={id}>
              <span lang={language}>{text}</span>
              <span className="block font-medium">
                {t('goesWith', { letter: pair.toUpperCase(), text: textOf(pair) })}
              </span>
              <span className="text-muted block text-sm" lang={language}>
                {rationale}
              </span>
            </li>
          ))}
        </ol>
      )}
      <ul className="space-y-2">
        {options.map(({ id, text, rationale, place }) => (
          <li key={id}>
            <span className="font-semibold">{id.toUpperCase()}</span> <span lang={language}>{text}</span>{' '}
            {form.right.includes(id) && <strong className="text-good">{t('rightMark')}</strong>}
            {form.kind === 'ordering' && <strong className="text-good">{t('atPlace', { place })}</strong>}
            <span className="text-muted block text-sm" lang={language}>
              {rationale}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
