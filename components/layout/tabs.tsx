type TabsProps = {
  readonly label: string
  readonly current: string
  readonly tabs: readonly { readonly key: string; readonly href: string; readonly words: string }[]
}

/** The way between pages about one thing, each with an address of its own. */
export function Tabs({ label, current, tabs }: TabsProps) {
  return (
    <nav aria-label={label} className="no-print mb-6 flex flex-wrap gap-x-5">
      {tabs.map(({ key, href, words }) => (
        <a
          aria-current={key === current ? 'page' : undefined}
          className="aria-[current]:text-ink inline-flex min-h-11 items-center aria-[current]:font-semibold aria-[current]:no-underline"
          href={href}
          key={key}
        >
          {words}
        </a>
      ))}
    </nav>
  )
}
