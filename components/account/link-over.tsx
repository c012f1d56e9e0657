import { getTranslations } from 'next-intl/server'
import { Shell } from '#components/layout/shell'

type LinkOverProps = {
  readonly kind: 'reset' | 'invitation' | 'setUp' | 'outside'
  readonly next: { readonly href: string; readonly label: string }
}

/** A one-time link that leads nowhere: why that may be, and what to do next. The same for a used and an invented one. */
export async function LinkOver({ kind, next }: LinkOverProps) {
  const t = await getTranslations('account.linkOver')
  return (
    <Shell actor={null}>
      <h1 className="mb-4">{t('title')}</h1>
      <p className="mb-4">{t('body')}</p>
      <p className="mb-6">{t(kind)}</p>
      <a className="button" href={next.href}>
        {next.label}
      </a>
    </Shell>
  )
}
