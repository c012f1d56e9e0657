/** Who may call: anybody; anybody signed in (with every step of sign-in done); a session in the middle of sign-in; a capability, or one of two, at the practice that the address names; or somebody from outside who was let in to one draft. */
export type Caller =
  | 'public'
  | 'signed-in'
  | 'during-sign-in'
  | 'manage'
  | 'administer'
  | 'review'
  | 'author'
  | 'author-or-review'
  | 'review-or-manage'
  | 'outside'

export type RouteRule = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly caller: Caller
  /** Answers with a file to keep, not with a page. */
  readonly isFile?: true
}
