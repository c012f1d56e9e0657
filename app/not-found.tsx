import { LanguageSwitch } from '#components/layout/language-switch'
import { QuickExit } from '#components/layout/quick-exit'
import { wordsOf } from '#components/ui/words'
import { routes } from '#lib/web/routes'
import { saidInStyle } from '#lib/web/words-in-style'

export const metadata = saidInStyle('not-found')

/**
 * One answer for what does not exist and what is not yours to see. The framework draws this page along with every other
 * page, so it is small, and looks nobody up.
 */
export default async function NotFoundPage() {
  const t = await wordsOf('common')
  return (
    <>
      <header className="no-print mx-auto flex max-w-6xl items-center justify-end gap-x-5 px-4 py-2">
        <LanguageSwitch />
        <QuickExit hint={t('leaveNowHint')} label={t('leaveNow')} />
      </header>
      <main className="mx-auto w-full max-w-3xl px-4 pt-8 pb-16" id="content">
        <h1 className="mb-4">{t('notFoundTitle')}</h1>
        <p className="mb-6">{t('notFoundBody')}</p>
        <p className="flex flex-wrap items-center gap-5">
          <a className="button" href={routes.home}>
            {t('toStart')}
          </a>
          <a className="inline-flex min-h-11 items-center" href={routes.help}>
            {t('help')}
          </a>
        </p>
      </main>
    </>
  )
}
