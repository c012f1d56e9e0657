import type { Route } from 'next'

type Search = Record<string, string | string[] | undefined>
type ChangeAddress = {
  readonly dueOn: string | undefined
  readonly changeKind?: string | undefined
  readonly page: number
}
type Asked = { readonly dueOn: string; readonly changeKind?: string; readonly page?: number }

const oneOf = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)

/** What the address says of a change that is looked at: its kind, its day and the page of the list. */
export function changeAddressFrom(search: Search): ChangeAddress {
  const page = Number(oneOf(search['page']) ?? '1')
  return {
    dueOn: oneOf(search['dueOn']),
    changeKind: oneOf(search['changeKind']),
    page: Number.isSafeInteger(page) ? page : 1,
  }
}

export function withChange(path: Route, { dueOn, changeKind, page }: Asked): Route {
  const asked = Object.entries({ changeKind, dueOn, page }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  )
  return `${path}?${new URLSearchParams(asked)}` as Route
}
