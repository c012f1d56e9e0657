import { wordsOf } from '#components/ui/words'

/** What is seldom needed, on every page. */
export async function Footer() {
  const t = await wordsOf('common')
  const links = [
    { href: '/handbook', label: t('handbook') },
    { href: '/verify', label: t('checkCertificate') },
    { href: '/exit', label: t('aboutLeaving') },
  ]
  return (
    <footer className="no-print border-line mt-auto border-t pb-20 text-sm sm:pb-0">
      <nav aria-label={t('moreNavigation')} className="mx-auto flex max-w-6xl flex-wrap gap-x-6 px-4 py-2">
        {links.map(({ href, label }) => (
          <a className="inline-flex min-h-11 items-center" href={href} key={href}>
            {label}
          </a>
        ))}
      </nav>
    </footer>
  )
}
