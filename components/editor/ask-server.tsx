/**
 * What the server said: it is done, it is refused for a reason, nobody is signed in any more, there is no such thing any more, or
 * nothing was heard.
 */
export type Answer<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'refused'; readonly words: string }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'lost' }

type Done<Value> = { readonly value: Value }
type Refused = { readonly problems: readonly { readonly words: string }[] }

/** So long is waited for an answer: a machine that lost its power says nothing at all. */
const longestMs = 30_000

/** Sends a form to an address of ours. Never throws: without a connection the answer is lost. */
export async function askServer<Value>(
  action: string,
  fields: Readonly<Record<string, string>>,
): Promise<Answer<Value>> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  try {
    const headers = { accept: 'application/json' }
    // A page that is being left still delivers what a browser lets it: 64 KB in all.
    const keepalive = document.hidden
    const response = await fetch(action, {
      method: 'POST',
      body,
      headers,
      keepalive,
      signal: AbortSignal.timeout(longestMs),
    })
    if (response.status === 401) return { kind: 'signed-out' }
    if (response.status === 404) return { kind: 'gone' }
    if (response.ok) return { kind: 'done', value: ((await response.json()) as Done<Value>).value }
    if (response.status !== 409 && response.status !== 422) return { kind: 'lost' }
    return { kind: 'refused', words: ((await response.json()) as Refused).problems[0]?.words ?? '' }
  } catch {
    return { kind: 'lost' }
  }
}
