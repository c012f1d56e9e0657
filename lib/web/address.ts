import type { Route } from 'next'

/** What comes from outside is encoded: a token with a line end in it must not break a header, nor a slash a path. */
export function to(fixed: TemplateStringsArray, ...values: readonly string[]): Route {
  return String.raw({ raw: fixed }, ...values.map(encodeURIComponent)) as Route
}
