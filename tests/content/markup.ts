export type Markup = {
  readonly tags: readonly string[]
  readonly attributes: readonly (readonly [name: string, value: string])[]
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
const decoded = (value: string) =>
  value.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => entities[name] ?? '')

/**
 * Tags and attributes of HTML that React wrote. React escapes <, > and quotes in text and values, so that each < begins a
 * tag; a text that could not be taken apart like that fails here.
 */
export function markupOf(html: string): Markup {
  const tags: string[] = []
  const attributes: [string, string][] = []
  const rest = html.replace(
    /<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z:-]+="[^"]*")*)\/?>/g,
    (_, close, tag, list: string) => {
      if (close === '') tags.push(tag)
      for (const [, name = '', value = ''] of list.matchAll(/ ([a-zA-Z:-]+)="([^"]*)"/g)) {
        attributes.push([name.toLowerCase(), decoded(value)])
      }
      return ''
    },
  )
  if (rest.includes('<'))
    throw new Error(`There is a tag that React does not write: ${rest.slice(rest.indexOf('<'), 80)}`)
  return { tags, attributes }
}
