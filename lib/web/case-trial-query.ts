import type { Route } from 'next'
import { choiceLetters } from '#lib/domain/authoring/case-form'
import { longestTrial } from '#lib/domain/authoring/case-trial'

type Search = Record<string, string | string[] | undefined>

const oneOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')

/** What the address of a trial says: where it began, the choices so far with the newest one, and whether one was forgotten. */
export function trialFrom(search: Search) {
  const said = oneOf(search['way'])
  const way = said.length <= longestTrial && /^[a-f]*$/.test(said) ? said : ''
  const chosen = choiceLetters.find((letter) => letter === search['optionId']) ?? ''
  return {
    from: oneOf(search['from']).slice(0, 80),
    way: way + chosen,
    isForgotten: search['step'] !== undefined && chosen === '',
  }
}

/** A trial that begins with a scene and goes a way, one letter for each choice. */
export const withTrial = (path: Route, from: string, way = ''): Route =>
  `${path}?${new URLSearchParams(way === '' ? { from } : { from, way })}` as Route
