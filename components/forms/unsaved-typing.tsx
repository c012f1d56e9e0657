'use client'

import { useEffect } from 'react'

/**
 * Asks before a page is left on which somebody has typed into a form and not sent it. The way out is never asked anything:
 * it has hidden the page by then.
 */
export function UnsavedTyping() {
  useEffect(() => {
    const typed = new Set<HTMLFormElement>()
    const onInput = ({ target }: Event) => {
      const form = target instanceof Element ? target.closest('form') : null
      if (form?.method === 'post') typed.add(form)
    }
    const onSubmit = ({ target }: Event) => {
      if (target instanceof HTMLFormElement) typed.delete(target)
    }
    const onLeaving = (event: BeforeUnloadEvent) => {
      if (typed.size > 0 && !document.documentElement.hidden) event.preventDefault()
    }
    document.addEventListener('input', onInput)
    document.addEventListener('submit', onSubmit)
    window.addEventListener('beforeunload', onLeaving)
    return () => {
      document.removeEventListener('input', onInput)
      document.removeEventListener('submit', onSubmit)
      window.removeEventListener('beforeunload', onLeaving)
    }
  }, [])
  return null
}
