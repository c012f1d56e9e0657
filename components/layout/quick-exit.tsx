'use client'

import { useEffect } from 'react'

/** A public weather page: nobody asks why somebody was looking at it. */
const neutralSite = 'https://www.weather.gov/'

const windowMs = 5000

/** Blanks the page at once, then replaces it, so that the back button does not lead here. Nothing is submitted. */
function leave() {
  document.documentElement.hidden = true
  document.title = ''
  window.location.replace(neutralSite)
}

/** First in the keyboard order of every page; a plain link without JavaScript; Shift three times within five seconds. */
export function QuickExit({ label, hint }: { label: string; hint: string }) {
  useEffect(() => {
    let presses: number[] = []
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Shift') presses = []
      else if (!event.repeat) {
        presses = [...presses, event.timeStamp].filter((at) => event.timeStamp - at < windowMs)
        if (presses.length >= 3) leave()
      }
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return (
    <a
      className="button-quiet no-print fixed right-3 bottom-3 z-20 shadow-md sm:static sm:shadow-none"
      href={neutralSite}
      onClick={(event) => {
        event.preventDefault()
        leave()
      }}
      rel="noreferrer"
      title={hint}
    >
      {label}
    </a>
  )
}
