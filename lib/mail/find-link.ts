const kinds = ['invitation', 'reset', 'outside-review'] as const

export type LinkInMail = { readonly kind: (typeof kinds)[number]; readonly token: string }

/**
 * The one-time link that a message of ours carries, if any. The last one: every template puts its link behind the names,
 * and a name that looks like a link must not speak for it.
 */
export function findLink(body: string): LinkInMail | undefined {
  const matches = [...body.matchAll(/\/(invitation|reset|outside-review)\/([A-Za-z0-9_-]{43})/g)]
  const [, name, token] = matches.at(-1) ?? []
  const kind = kinds.find((each) => each === name)
  return kind && token !== undefined ? { kind, token } : undefined
}
