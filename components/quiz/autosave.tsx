'use client'

import { useEffect, useRef, useState } from 'react'

type Words = {
  readonly saving: string
  readonly saved: string
  readonly notSaved: string
  readonly changedElsewhere: string
  readonly submittedAlready: string
  readonly signedOut: string
}
type AutosaveProps = {
  readonly action: string
  readonly formId: string
  /** The revision of each item that the page shows. */
  readonly revisions: Readonly<Record<string, number>>
  readonly words: Words
}
type Refused = { readonly problems: readonly { readonly words: string }[] }
type Saved = { readonly ok: true; readonly value: { readonly revisions: Readonly<Record<string, number>> } }

/** The new revisions, or why the answer is not saved. Throws where there is no connection. */
async function send(
  action: string,
  draft: object,
): Promise<Saved | Exclude<keyof Words, 'saving' | 'saved'>> {
  const body = new FormData()
  body.set('drafts', JSON.stringify([draft]))
  const response = await fetch(action, { method: 'POST', body, headers: { accept: 'application/json' } })
  if (response.status === 401) return 'signedOut'
  if (response.status === 409) {
    const { problems }: Refused = await response.json()
    return problems[0]?.words === 'submitted-already' ? 'submittedAlready' : 'changedElsewhere'
  }
  return response.ok ? response.json() : 'notSaved'
}

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
      const outcome = await send(action, draft).catch(() => 'notSaved' as const)
      if (typeof outcome === 'string') return setState(outcome)
      Object.assign(known.current, outcome.value.revisions)
      setState('saved')
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
    <p aria-live="polite" className="sticky bottom-16 mt-4 min-h-8 text-sm" role="status">
      {state === null ? null : (
        <span className="border-line bg-raised inline-block rounded-lg border px-3 py-1 shadow-sm">
          {words[state]}
        </span>
      )}
    </p>
  )
}
