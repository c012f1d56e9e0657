'use client'

import { useEffect } from 'react'
import { placeNow } from '#components/training/place-now'

const readForMs = 3_000
const readAnewForMs = 20_000

const isSwitch = (form: EventTarget | null): form is HTMLFormElement =>
  form instanceof HTMLFormElement && form.getAttribute('action') === '/language'

function addPlace(form: HTMLFormElement, place: number): void {
  if (place === 1) return
  const field = document.createElement('input')
  Object.assign(field, { type: 'hidden', name: 'place', value: `block-${place}` })
  form.append(field)
}

/**
 * Takes the place along into another language, since the blocks of a translation are the same. The switch stands at the top,
 * so that it is the place where the reader last stayed before going there. Without it the lesson begins at its title.
 */
export function PlaceOnSwitch() {
  useEffect(() => {
    let read = placeNow()
    let here = { place: read, since: performance.now() }
    const stayed = () => performance.now() - here.since
    const move = () => {
      if (stayed() >= readForMs) read = here.place
      here = { place: placeNow(), since: performance.now() }
    }
    const take = ({ target }: SubmitEvent) => {
      if (!isSwitch(target)) return
      // The scroll to the switch may not have ended yet.
      if (placeNow() !== here.place) move()
      addPlace(target, stayed() >= readAnewForMs ? here.place : read)
    }
    document.addEventListener('scrollend', move)
    document.addEventListener('submit', take)
    return () => {
      document.removeEventListener('scrollend', move)
      document.removeEventListener('submit', take)
    }
  }, [])
  return null
}
