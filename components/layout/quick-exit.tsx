/** A public weather page: nobody asks why somebody was looking at it. */
const neutralSite = 'https://www.weather.gov/'

/**
 * First in the keyboard order of every page; a plain link without JavaScript. `public/quick-exit.js` makes it blank the
 * page at once, and listens for Shift three times within five seconds.
 */
export function QuickExit({ label, hint }: { label: string; hint: string }) {
  return (
    <a
      className="button-quiet no-print fixed right-3 bottom-3 z-20 shadow-md sm:static sm:shadow-none"
      data-quick-exit
      href={neutralSite}
      rel="noreferrer"
      title={hint}
    >
      {label}
    </a>
  )
}
