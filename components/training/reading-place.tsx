'use client'

import { useEffect } from 'react'
import { placeNow } from '#components/training/place-now'

type ReadingPlaceProps = {
  readonly action: string
  /** What is sent along, URL-encoded. */
  readonly fields: string
}

const betweenSavesMs = 15_000

/** Saves where the reader is, every so often and on leaving. Without it the lesson works as well. */
export function ReadingPlace({ action, fields }: ReadingPlaceProps) {
  useEffect(() => {
    // Where somebody arrives is not yet where they are: who only looks in keeps the place that is saved.
    let last = placeNow()
    let lastAt = -betweenSavesMs
    let isOver = false
    const save = () => {
      const place = placeNow()
      // The quick exit hides the page, and promises that nothing is sent.
      if (isOver || place === last || document.documentElement.hidden) return
      last = place
      lastAt = performance.now()
      const body = new URLSearchParams(`${fields}&place=${place}`)
      const headers = { accept: 'application/json' }
      fetch(action, { method: 'POST', body, headers, keepalive: true }).catch(() => {
        last = 0
      })
    }
    const saveInTurn = () => {
      if (performance.now() - lastAt >= betweenSavesMs) save()
    }
    const hide = () => {
      if (document.visibilityState === 'hidden') save()
    }
    // Before the next page is asked for, so that it already knows.
    const follow = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest('a:not([href^="#"])')) save()
    }
    // The form that finishes the lesson says everything itself, and the one for another language takes the place along.
    const finish = () => {
      isOver = true
    }
    const timer = setInterval(saveInTurn, betweenSavesMs)
    document.addEventListener('scrollend', saveInTurn)
    document.addEventListener('click', follow)
    document.addEventListener('visibilitychange', hide)
    document.addEventListener('submit', finish)
    window.addEventListener('pagehide', save)
    return () => {
      clearInterval(timer)
      document.removeEventListener('scrollend', saveInTurn)
      document.removeEventListener('click', follow)
      document.removeEventListener('visibilitychange', hide)
      document.removeEventListener('submit', finish)
      window.removeEventListener('pagehide', save)
    }
  }, [action, fields])
  return null
}
