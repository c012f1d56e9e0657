'use client'

import { useEffect, useRef, useState } from 'react'

type Words = {
  readonly saving: string
  readonly saved: string
  readonly notSaved: string
  readonly changedElsewhere: string
}
type AutosaveProps = {
  readonly action: string
  readonly formId: string
  /** The revision of each item that the page shows. */
  readonly revisions: Readonly<Record<string, number>>
  readonly words: Words
}
type Saved = { readonly ok: true; readonly value: { readonly revisions: Readonly<Record<string, number>> } }

/** Saves each answer as it is chosen, one request at a time, and says so. Without it the form hands everything in at once. */
export function Autosave({ action, formId, revisions, words }: AutosaveProps) {
  const [state, setState] = useState<keyof Words | null>(null)
  const known = useRef({ ...revisions })
  const queue = useRef(Promise.resolve())
  useEffect(() => {
    const form = document.getElementById(formId)
    const save = async (itemId: string, optionId: string) => {
      setState('saving')
      const draft = { itemId, optionIds: [optionId], revision: known.current[itemId] ?? 0 }
      const body = new FormData()
      body.set('drafts', JSON.stringify([draft]))
      try {
        const response = await fetch(action, {
          method: 'POST',
          body,
          headers: { accept: 'application/json' },
        })
        if (response.status === 409) return setState('changedElsewhere')
        if (!response.ok) return setState('notSaved')
        const saved: Saved = await response.json()
        Object.assign(known.current, saved.value.revisions)
        setState('saved')
      } catch {
        setState('notSaved')
      }
    }
    const onChange = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement) || !target.name.startsWith('answer.')) return
      const { name, value } = target
      queue.current = queue.current.then(() => save(name.slice('answer.'.length), value))
    }
    form?.addEventListener('change', onChange)
    return () => form?.removeEventListener('change', onChange)
  }, [action, formId])
  return (
    <p aria-live="polite" className="text-muted sticky bottom-16 mt-4 min-h-6 text-sm" role="status">
      {state === null ? '' : words[state]}
    </p>
  )
}
