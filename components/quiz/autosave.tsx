'use client'

import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import {
  answersFromFields,
  fieldsFrom,
  isPlaceField,
  itemOfField,
  revisionField,
} from '#lib/domain/curriculum/answer-fields'
import { savedState, type UnsavedReason } from '#lib/domain/curriculum/unsaved-answers'

type Words = {
  readonly saving: string
  readonly saved: string
  readonly notSaved: string
  readonly incomplete: string
  readonly changedElsewhere: string
  readonly compareBoth: string
  readonly submittedAlready: string
  readonly signedOut: string
  readonly timeOver: string
}
type AutosaveProps = {
  readonly action: string
  readonly formId: string
  readonly words: Words
}
type State = Exclude<keyof Words, 'compareBoth'>
type Refused = { readonly problems: readonly { readonly words: string }[] }
type Saved = { readonly ok: true; readonly value: { readonly revisions: Readonly<Record<string, number>> } }

const stateOf: Readonly<Record<string, 'submittedAlready' | 'timeOver'>> = {
  'submitted-already': 'submittedAlready',
  'time-over': 'timeOver',
}

/** The new revisions, or why the answer is not saved. Throws where there is no connection. */
async function send(action: string, draft: object): Promise<Saved | Exclude<UnsavedReason, 'incomplete'>> {
  const body = new FormData()
  body.set('drafts', JSON.stringify([draft]))
  // An answer on its way arrives also where the page is left: to another language, say.
  const sent = { method: 'POST', body, headers: { accept: 'application/json' }, keepalive: true }
  const response = await fetch(action, sent)
  if (response.status === 401) return 'signedOut'
  if (response.status === 409) {
    const { problems }: Refused = await response.json()
    return stateOf[problems[0]?.words ?? ''] ?? 'changedElsewhere'
  }
  return response.ok ? response.json() : 'notSaved'
}

/** The answer of the item whose field this is, as its form stands. Of an order that is not whole there is nothing to save. */
function answerAt(field: EventTarget | null) {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return
  const itemId = itemOfField(field.name)
  if (itemId === undefined || !field.form) return
  const optionIds = answersFromFields(fieldsFrom(new FormData(field.form))).answers[itemId] ?? []
  const isWhole = optionIds.length > 0 || !isPlaceField(field.name)
  return { itemId, optionIds: isWhole ? optionIds : ('incomplete' as const) }
}

/** Whether a field stands otherwise than the page came with: somebody chose while its script was still on its way. */
function isChanged(field: Element): boolean {
  if (field instanceof HTMLInputElement) return field.checked !== field.defaultChecked
  if (!(field instanceof HTMLSelectElement)) return false
  return [...field.options].some((option) => option.selected !== option.defaultSelected)
}

/** A field of each item that was answered before anybody listened. */
function changedBefore(form: HTMLFormElement): readonly Element[] {
  const changed = [...form.elements].filter(isChanged)
  return [...new Map(changed.map((field) => [itemOfField(field.getAttribute('name') ?? ''), field])).values()]
}

/** The field of the form that holds the revision which the page shows of an item. */
const fieldOf = (form: HTMLElement | null, itemId: string) =>
  form?.querySelector<HTMLInputElement>(`input[type="hidden"][name="${revisionField(itemId)}"]`)

function showRevisions(form: HTMLElement | null, revisions: Saved['value']['revisions']) {
  for (const [itemId, revision] of Object.entries(revisions)) {
    const field = fieldOf(form, itemId)
    if (field) field.value = String(revision)
  }
}

/** What is handed in with an answer still on its way would look as if another page had saved that one: it waits for it. */
function holdBack(event: SubmitEvent, waiting: number, saved: Promise<void>): void {
  const { target: form, submitter } = event
  if (waiting === 0 || !(form instanceof HTMLFormElement)) return
  event.preventDefault()
  void saved.then(() => form.requestSubmit(submitter))
}

/** An answer that could not be saved, with its field, by which it is sent again. */
type Unsaved = { readonly reason: UnsavedReason; readonly field: EventTarget | null }

/**
 * Saves each answer as it is chosen, one request at a time, and says so once nothing is left to save. What was lost on its way is
 * sent again after the next answer that arrives, and when the connection comes back. Where another page has saved another answer,
 * it offers the form's own way, which shows both. Without it the form saves or hands in everything at once.
 */
export function Autosave({ action, formId, words }: AutosaveProps) {
  const [state, setState] = useState<State | null>(null)
  const queue = useRef(Promise.resolve())
  const waiting = useRef(0)
  const unsaved = useRef(new Map<string, Unsaved>())
  useEffect(() => {
    const form = document.getElementById(formId)
    const say = () => {
      const reasons = [...unsaved.current.values()].map(({ reason }) => reason)
      // At once: “Saved” does not stand for a moment beside an answer that is not.
      flushSync(() => setState(savedState(reasons, waiting.current)))
    }
    const save = async (itemId: string, optionIds: readonly string[], field: EventTarget | null) => {
      const draft = { itemId, optionIds, revision: Number(fieldOf(form, itemId)?.value ?? 0) }
      const outcome = await send(action, draft).catch(() => 'notSaved' as const)
      waiting.current -= 1
      if (typeof outcome === 'string') unsaved.current.set(itemId, { reason: outcome, field })
      else {
        // Unless it was taken apart again meanwhile.
        if (unsaved.current.get(itemId)?.reason !== 'incomplete') unsaved.current.delete(itemId)
        showRevisions(form, outcome.value.revisions)
        sendAgain()
      }
      say()
    }
    const onAnswer = (field: EventTarget | null) => {
      const changed = answerAt(field)
      if (!changed) return
      const { itemId, optionIds } = changed
      if (optionIds === 'incomplete') unsaved.current.set(itemId, { reason: optionIds, field })
      else {
        unsaved.current.delete(itemId)
        waiting.current += 1
        queue.current = queue.current.then(() => save(itemId, optionIds, field))
      }
      say()
    }
    const sendAgain = () => {
      const lost = [...unsaved.current].filter(([, { reason }]) => reason === 'notSaved')
      for (const [, { field }] of lost) onAnswer(field)
    }
    const listening = new AbortController()
    const { signal } = listening
    form?.addEventListener('change', ({ target }) => onAnswer(target), { signal })
    form?.addEventListener('submit', (event) => holdBack(event, waiting.current, queue.current), { signal })
    window.addEventListener('online', sendAgain, { signal })
    // Not within the effect, where nothing can be drawn at once.
    if (form instanceof HTMLFormElement) queueMicrotask(() => changedBefore(form).forEach(onAnswer))
    return () => listening.abort()
  }, [action, formId])
  return (
    <p aria-live="polite" className="min-h-8 text-sm" role="status">
      {state === null ? null : (
        <span className="border-line bg-raised inline-block rounded-lg border px-3 py-1 shadow-sm">
          {words[state]}
          {state === 'changedElsewhere' && (
            <button className="button-quiet ml-3" form={formId} formAction={action} type="submit">
              {words.compareBoth}
            </button>
          )}
        </span>
      )}
    </p>
  )
}
