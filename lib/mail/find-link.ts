export type LinkInMail = { readonly kind: 'invitation' | 'reset'; readonly token: string }

/** The one-time link that a message of ours carries, if any. */
export function findLink(body: string): LinkInMail | undefined {
  const match = /\/(invitation|reset)\/([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/.exec(body)
  const [, kind, token] = match ?? []
  if ((kind !== 'invitation' && kind !== 'reset') || token === undefined) return undefined
  return { kind, token }
}
