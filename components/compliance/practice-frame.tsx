import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Shell } from '#components/layout/shell'
import type { Actor } from '#lib/domain/access/actor'

type PageKey =
  | 'overview'
  | 'requirements'
  | 'external'
  | 'reminders'
  | 'contacts'
  | 'quizzes'
  | 'outbox'
  | 'network'
  | 'authoring'

type PracticeFrameProps = {
  readonly actor: Actor
  readonly practiceName: string
  readonly links: readonly { readonly key: PageKey; readonly href: string }[]
  /** The menu entry of this page, or of the page that it hangs under. */
  readonly current: PageKey
  readonly title: string
  /** Beside the title: what one does here. */
  readonly action?: ReactNode
  readonly width?: 'reading' | 'wide'
  readonly children: ReactNode
}

/** What surrounds every page of a practice: its name, its menu, the page's title. */
export async function PracticeFrame({
  actor,
  practiceName,
  links,
  current,
  title,
  action,
  width = 'wide',
  children,
}: PracticeFrameProps) {
  const t = await getTranslations('practice')
  return (
    <Shell actor={actor} width={width}>
      <p className="text-muted mb-1 font-medium">{practiceName}</p>
      <nav aria-label={t('menu.label')} className="no-print border-line mb-6 flex flex-wrap gap-x-5 border-b">
        {links.map(({ key, href }) => (
          <a
            aria-current={key === current ? 'page' : undefined}
            className="text-ink aria-[current]:border-accent aria-[current]:text-accent inline-flex min-h-11 items-center border-b-3 border-transparent no-underline aria-[current]:font-semibold"
            href={href}
            key={key}
          >
            {t(`menu.${key}`)}
          </a>
        ))}
      </nav>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h1>{title}</h1>
        {action}
      </div>
      {children}
    </Shell>
  )
}
