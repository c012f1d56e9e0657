export type Markup = {
  readonly tags: readonly string[]
  readonly attributes: readonly (readonly [name: string, value: string])[]
}

type Attribute = Markup['attributes'][number]

const words = (list: string) => new Set(list.split(' '))
const tags = words(
  'a blockquote br button dd details div dl dt em fieldset figcaption figure h2 h3 hr img input label legend li ol p path section span strong summary sup svg table tbody td th thead time tr ul',
)
const attributes = words(
  'alt aria-hidden aria-label class d data-column datetime decoding for href id loading name popover popovertarget rel role scope src start stroke-linecap stroke-linejoin tabindex type value viewbox',
)
const address = /^(?:https:\/\/|mailto:|tel:|sms:|#|\/(?![/\\]))/

/** What a page may have because of a lesson, and nothing else. */
export const isLessonTag = (tag: string) => tags.has(tag)
export const isLessonAttribute = ([name]: Attribute) => attributes.has(name)
export const isLessonAddress = ([name, value]: Attribute) =>
  (name !== 'href' && name !== 'src') || address.test(value)

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
const decoded = (value: string) =>
  value.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => entities[name] ?? '')

/**
 * Tags and attributes of HTML that React wrote. React escapes <, > and quotes in text and values, so that each < begins a
 * tag; a text that could not be taken apart like that fails here.
 */
export function markupOf(html: string): Markup {
  const foundTags: string[] = []
  const foundAttributes: [string, string][] = []
  const rest = html.replace(
    /<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z:-]+="[^"]*")*)\/?>/g,
    (_, close, tag, list: string) => {
      if (close === '') foundTags.push(tag)
      for (const [, name = '', value = ''] of list.matchAll(/ ([a-zA-Z:-]+)="([^"]*)"/g)) {
        foundAttributes.push([name.toLowerCase(), decoded(value)])
      }
      return ''
    },
  )
  if (rest.includes('<'))
    throw new Error(`There is a tag that React does not write: ${rest.slice(rest.indexOf('<'), 80)}`)
  return { tags: foundTags, attributes: foundAttributes }
}
