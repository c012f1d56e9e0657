'use client'

import { useEffect } from 'react'

function isChanged(control: Element): boolean {
  if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue
  if (control instanceof HTMLSelectElement) {
    const options = [...control.options]
    return (
      options.some((each) => each.defaultSelected) &&
      options.some((each) => each.selected !== each.defaultSelected)
    )
  }
  if (!(control instanceof HTMLInputElement)) return false
  return control.value !== control.defaultValue || control.checked !== control.defaultChecked
}

const isSent = (form: HTMLFormElement | null): form is HTMLFormElement => form?.method === 'post'

/**
 * Asks before a page is left on which somebody has typed into a form and not sent it, also before this code was there. The
 * way out is never asked anything: it has hidden the page by then.
 */
export function UnsavedTyping() {
  useEffect(() => {
    const typed = new Set<HTMLFormElement>(
      [...document.forms].filter((form) => isSent(form) && [...form.elements].some(isChanged)),
    )
    const onInput = ({ target }: Event) => {
      const form = target instanceof Element ? target.closest('form') : null
      if (isSent(form)) typed.add(form)
    }
    const onSubmit = ({ target }: Event) => {
      if (target instanceof HTMLFormElement) typed.delete(target)
    }
    const onLeaving = (event: BeforeUnloadEvent) => {
      const isUnsaved = [...typed].some((form) => form.isConnected && !form.hidden)
      if (isUnsaved && !document.documentElement.hidden) event.preventDefault()
    }
    document.addEventListener('input', onInput)
    document.addEventListener('submit', onSubmit)
    window.addEventListener('beforeunload', onLeaving)
    document.documentElement.dataset['watchesTyping'] = 'yes'
    return () => {
      document.removeEventListener('input', onInput)
      document.removeEventListener('submit', onSubmit)
      window.removeEventListener('beforeunload', onLeaving)
      delete document.documentElement.dataset['watchesTyping']
    }
  }, [])
  return null
}
