import { wordsOf } from '#components/ui/words'
import type { FormOffer } from '#lib/domain/training/track-forms'

type FormLinkProps = {
  readonly form: FormOffer
  readonly href: string
}

/** Offers the short form before or after a training. It stands beside the main button and never in its place. */
export async function FormLink({ form, href }: FormLinkProps) {
  const t = await wordsOf('questions')
  const { moment, isBegun, asked } = form
  return (
    <p className="no-print border-line mt-4 border-t pt-3">
      <span className="block max-w-prose">{t(`${moment}.offer`, { count: asked })}</span>
      <a className="inline-flex min-h-11 items-center font-semibold" href={href}>
        {isBegun ? t('goOnHere') : t(`${moment}.offerLink`)}
      </a>
    </p>
  )
}
