import { getTranslations } from 'next-intl/server'
import type { Line, ReviewPart } from '#lib/domain/authoring/review/review-part'

/** An item, a case node or what a module says of itself, line by line: what is right says so in words. */
export async function PartLines({ part }: { readonly part: ReviewPart }) {
  const t = await getTranslations('review')
  return (
    <dl className="max-w-prose space-y-3">
      {part.lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines never move
        <div className={line.isRight ? 'border-good bg-good-soft rounded-lg border-l-4 p-2' : ''} key={index}>
          <dt className="text-muted text-sm">
            {t(`line.${line.label}`)}
            {line.of !== null && ` ${line.of}`}
            {line.isRight && <strong className="text-good">{` · ${t('right')}`}</strong>}
            {line.isRight === false && ` · ${t('notRight')}`}
          </dt>
          <dd>
            <span className="wrap-anywhere whitespace-pre-line">{textOf(line, t('yes'))}</span>
            {line.rationale !== null && (
              <span className="text-muted block text-sm">{t('rationale', { text: line.rationale })}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const textOf = ({ label, text }: Line, yes: string) => (label === 'mustPass' ? yes : text)
