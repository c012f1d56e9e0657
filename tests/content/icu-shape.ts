/** What a message asks of the code that shows it. Which words stand around that, and how often, differs by language. */
export type IcuShape = {
  /** Each argument with its kind: `plural`, `select`, `number`, or nothing for one that is said as it is. */
  readonly kinds: Readonly<Record<string, string>>
  /** The branches of each choice, such as `=0`, `one` and `other`. */
  readonly branches: Readonly<Record<string, readonly string[]>>
  readonly tags: readonly string[]
}

export function icuShape(message: string): IcuShape {
  const found: Found = { kinds: new Map(), branches: new Map(), tags: new Set() }
  readText(message, 0, found)
  return {
    kinds: Object.fromEntries(found.kinds),
    branches: Object.fromEntries([...found.branches].map(([name, keys]) => [name, [...keys].toSorted()])),
    tags: [...found.tags].toSorted(),
  }
}

type Found = {
  readonly kinds: Map<string, string>
  readonly branches: Map<string, Set<string>>
  readonly tags: Set<string>
}

/** Reads to the brace that closes the text, or to the end, and says where that is. */
function readText(message: string, from: number, found: Found): number {
  let at = from
  while (at < message.length && message[at] !== '}') {
    const [tag, name] = /^<\/?(\w+)\/?>/.exec(message.slice(at)) ?? []
    if (name !== undefined) found.tags.add(name)
    at = message[at] === '{' ? readArgument(message, at, found) : at + (tag?.length ?? 1)
  }
  return at
}

/** `{name}`, `{name, number}`, or a choice with its branches. */
function readArgument(message: string, from: number, found: Found): number {
  const [head = '{', name = '', kind = ''] =
    /^\{\s*(\w+)\s*(?:,\s*(\w+)\s*)?,?/.exec(message.slice(from)) ?? []
  found.kinds.set(name, kind)
  let at = from + head.length
  for (let branch = branchAt(message, at); branch; branch = branchAt(message, at)) {
    found.branches.set(name, (found.branches.get(name) ?? new Set()).add(branch.key))
    at = readText(message, at + branch.length, found) + 1
  }
  const end = message.indexOf('}', at)
  return end < 0 ? message.length : end + 1
}

function branchAt(message: string, at: number) {
  const [head, key] = /^\s*([\w=-]+)\s*\{/.exec(message.slice(at)) ?? []
  return head === undefined || key === undefined ? undefined : { key, length: head.length }
}
