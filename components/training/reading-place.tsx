'use client'

import { useEffect } from 'react'

type ReadingPlaceProps = {
  readonly action: string
  /** What is sent along, URL-encoded. */
  readonly fields: string
  /** The place that is saved already, from 1. */
  readonly saved: number
}

const betweenSavesMs = 15_000

/** The number of the block at the top of the screen, from 1. */
function placeNow(): number {
  const blocks = [...document.querySelectorAll('[id^="block-"]')]
  const top = blocks.findIndex((block) => block.getBoundingClientRect().bottom > 90)
  return (top < 0 ? blocks.length : top + 1) || 1
}

/** Saves where the reader is, every so often and on leaving. Without it the lesson works as well. */
export function ReadingPlace({ action, fields, saved }: ReadingPlaceProps) {
  useEffect(() => {
    let last = saved
    let isOver = false
    const save = () => {
      const place = placeNow()
      // The quick exit hides the page, and promises that nothing is sent.
      if (isOver || place === last || document.documentElement.hidden) return
      last = place
      const body = new URLSearchParams(`${fields}&place=${place}`)
      const headers = { accept: 'application/json' }
      fetch(action, { method: 'POST', body, headers, keepalive: true }).catch(() => {
        last = 0
      })
    }
    const hide = () => {
      if (document.visibilityState === 'hidden') save()
    }
    // The form that finishes the lesson says everything itself.
    const finish = () => {
      isOver = true
    }
    const timer = setInterval(save, betweenSavesMs)
    document.addEventListener('visibilitychange', hide)
    document.addEventListener('submit', finish)
    window.addEventListener('pagehide', save)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', hide)
      document.removeEventListener('submit', finish)
      window.removeEventListener('pagehide', save)
    }
  }, [action, fields, saved])
  return null
}
