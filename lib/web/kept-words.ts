/** The words for a name, looked up once for each name. */
export function kept(words: (name: string) => string): (name: string) => string {
  const known = new Map<string, string>()
  return (name) => {
    const found = known.get(name) ?? words(name)
    known.set(name, found)
    return found
  }
}

type Values = Readonly<Record<string, string>>

/**
 * A message whose values stand in it as they are, formatted once for each name and set of values, with marks in their places
 * that are filled line by line: a message costs more to format than the rest of a line of a file.
 */
export function filledTemplate<Given extends Values>(
  words: (name: string, values: Given) => string,
): (name: string, values: Given) => string {
  const templates = new Map<string, readonly string[]>()
  return (name, values) => {
    const keys = Object.keys(values)
    const key = `${name} ${keys.join(' ')}`
    const parts = templates.get(key) ?? words(name, marked(keys) as Given).split('\u0001')
    templates.set(key, parts)
    // Every second part is the name of a value.
    return parts.map((part, index) => (index % 2 === 1 ? (values[part] ?? '') : part)).join('')
  }
}

const marked = (keys: readonly string[]): Values =>
  Object.fromEntries(keys.map((key) => [key, `\u0001${key}\u0001`]))
