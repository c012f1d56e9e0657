export type LinkInMail = { readonly kind: 'invitation' | 'reset'; readonly token: string }

/**
 * The one-time link that a message of ours carries, if any. The last one: every template puts its link behind the names,
 * and a name that looks like a link must not speak for it.
 */
export function findLink(body: string): LinkInMail | undefined {
  const matches = [...body.matchAll(/\/(invitation|reset)\/([A-Za-z0-9_-]{43})/g)]
  const [, kind, token] = matches.at(-1) ?? []
  if ((kind !== 'invitation' && kind !== 'reset') || token === undefined) return undefined
  return { kind, token }
}
