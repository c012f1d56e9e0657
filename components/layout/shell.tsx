import type { ReactNode } from 'react'
import { Footer } from '#components/layout/footer'
import { LanguageSwitch } from '#components/layout/language-switch'
import { QuickExit } from '#components/layout/quick-exit'
import { wordsOf } from '#components/ui/words'
import type { Actor } from '#lib/domain/access/actor'

type ShellProps = {
  /** Null for somebody who has not signed in. */
  readonly actor: Actor | null
  readonly children: ReactNode
  /** Reading pages are narrow, tables are wide. */
  readonly width?: 'reading' | 'wide'
}

const widths = { reading: 'max-w-3xl', wide: 'max-w-6xl' }

/** What surrounds every page: the way out first, then the way on. Help never needs a session and records nothing. */
export async function Shell({ actor, children, width = 'reading' }: ShellProps) {
  const t = await wordsOf('common')
  const demo = actor?.memberships.some((post) => post.isDemo)
  return (
    <>
      <header className="no-print border-line bg-raised border-b">
        <div className={`mx-auto flex flex-wrap items-center gap-x-5 gap-y-1 px-4 py-2 ${widths.wide}`}>
          <div className="order-last sm:ml-auto">
            <QuickExit hint={t('leaveNowHint')} label={t('leaveNow')} />
          </div>
          <a
            className="focus:bg-raised sr-only focus:not-sr-only focus:absolute focus:z-30 focus:p-3"
            href="#content"
          >
            {t('skipToContent')}
          </a>
          <a className="text-ink inline-flex min-h-11 items-center font-semibold no-underline" href="/">
            {t('product')}
          </a>
          {/* On a phone beside the name, where there is room. */}
          <div className="ml-auto sm:order-1 sm:ml-0">
            <LanguageSwitch />
          </div>
          <nav aria-label={t('mainNavigation')} className="flex flex-wrap gap-x-5">
            {links(actor).map(({ href, words }) => (
              <a className="inline-flex min-h-11 items-center" href={href} key={href}>
                {words === 'practice'
                  ? (actor?.memberships.find((post) => href.endsWith(post.practiceId))?.practiceName ??
                    t(words))
                  : t(words)}
              </a>
            ))}
          </nav>
        </div>
        {demo && (
          <p className="no-print border-notice-line bg-notice border-b px-4 py-2 text-center text-sm">
            {t('demo')}
          </p>
        )}
      </header>
      <main
        className={`mx-auto w-full px-4 pt-8 pb-16 print:p-0 ${widths[width]}`}
        id="content"
        tabIndex={-1}
      >
        {children}
      </main>
      <Footer />
    </>
  )
}

type NavWords =
  | 'myTraining'
  | 'certificates'
  | 'practice'
  | 'quizzes'
  | 'authoring'
  | 'help'
  | 'account'
  | 'signIn'

function links(actor: Actor | null): { href: string; words: NavWords }[] {
  const help = { href: '/help', words: 'help' } as const
  if (!actor) return [{ href: '/sign-in', words: 'signIn' }, help]
  const managed = actor.memberships.filter((post) => post.capabilities.includes('manage'))
  const measured = actor.memberships.filter(
    ({ capabilities: held }) =>
      (held.includes('author') || held.includes('review')) && !held.includes('manage'),
  )
  const written = actor.memberships.filter(
    ({ capabilities: held }) => held.includes('author') || held.includes('review'),
  )
  return [
    { href: '/training', words: 'myTraining' },
    { href: '/certificates', words: 'certificates' },
    ...managed.map((post) => ({ href: `/practice/${post.practiceId}`, words: 'practice' as const })),
    ...measured.map((post) => ({
      href: `/practice/${post.practiceId}/statistics`,
      words: 'quizzes' as const,
    })),
    ...written.map((post) => ({ href: `/authoring/${post.practiceId}`, words: 'authoring' as const })),
    help,
    { href: '/account', words: 'account' },
  ]
}
