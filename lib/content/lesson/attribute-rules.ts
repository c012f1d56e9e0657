import type { z } from 'zod'
import type { Checking } from '#lib/content/lesson/checking'
import { phoneNumberAt } from '#lib/content/lesson/phone-text'
import { attributeNames, componentRule } from '#lib/content/lesson/registry'
import type { SourceAttribute, SourceNode } from '#lib/content/lesson/source-node'
import type { ComponentName } from '#lib/domain/curriculum/lesson-tree'
import { hiddenCharacter } from '#lib/domain/curriculum/source/hidden-characters'

export type Attributes = Readonly<Record<string, string | true>>

function known(name: ComponentName) {
  const names = attributeNames(name)
  return names.length === 0 ? 'It has none.' : `It has: ${names.join(', ')}.`
}

function attributeProblem(name: ComponentName, attribute: SourceAttribute): string | undefined {
  if (attribute.type !== 'mdxJsxAttribute' || attribute.name === undefined) {
    return `Braces hold code, and a lesson holds none. Write ${componentRule(name).example}.`
  }
  if (!Object.hasOwn(componentRule(name).props.shape, attribute.name)) {
    return `<${name}> has no attribute “${attribute.name}”. ${known(name)}`
  }
  const { value } = attribute
  if (value === null || value === undefined) return undefined
  if (typeof value !== 'string')
    return `Braces hold code. Write ${attribute.name}="…" with plain words in the quotes.`
  const unseen = hiddenCharacter(value)
  if (unseen) return `“${attribute.name}” has a character that nobody can see (${unseen.name}). Delete it.`
  if (phoneNumberAt(value) === undefined) return undefined
  return `“${attribute.name}” looks like it has a phone number. Numbers live in contacts.yaml: use <Contact id="…" />.`
}

function issueProblem(name: ComponentName, issue: z.core.$ZodIssue, given: Attributes): string {
  const attribute = String(issue.path[0])
  if (!Object.hasOwn(given, attribute))
    return `<${name}> needs ${attribute}="…". Write ${componentRule(name).example}.`
  switch (issue.code) {
    case 'invalid_value':
      return issue.values[0] === true
        ? `Write ${attribute} alone, without a value, or leave it out.`
        : `“${attribute}” is one of: ${issue.values.join(', ')}.`
    case 'invalid_type':
      return `“${attribute}” needs words: ${attribute}="…".`
    case 'too_small':
      return `“${attribute}” is empty. Write its words, or delete the attribute.`
    case 'too_big':
      return `“${attribute}” is longer than ${issue.maximum} characters. Shorten it.`
    default:
      return attribute === 'src'
        ? 'A picture’s name is like breathing-space.png: small letters, digits and hyphens; png, jpg or webp.'
        : `“${attribute}” is a name in small letters, digits and hyphens, like c1 or national-hotline.`
  }
}

const writtenName = (attribute: SourceAttribute) => attribute.name ?? ''
const writtenValue = ({ value }: SourceAttribute) => (typeof value === 'string' ? value : true)

/** The attributes as written. Each one that is unknown, twice there or code is reported. */
function collect(name: ComponentName, node: SourceNode, { report }: Checking) {
  const given = new Map<string, string | true>()
  for (const attribute of node.attributes ?? []) {
    const label = writtenName(attribute)
    const twice = given.has(label) ? `“${label}” stands here twice. Delete one.` : undefined
    const problem = attributeProblem(name, attribute) ?? twice
    if (problem) report(attribute.position ? attribute : node, problem)
    given.set(label, writtenValue(attribute))
  }
  return Object.fromEntries(given)
}

/**
 * The attributes of a component as its schema wants them: only plain strings and bare words get here.
 * Undefined when something was reported.
 */
export function readAttributes(
  name: ComponentName,
  node: SourceNode,
  checking: Checking,
): Attributes | undefined {
  const before = checking.problems.length
  const attributes = collect(name, node, checking)
  if (checking.problems.length > before) return undefined
  const parsed = componentRule(name).props.safeParse(attributes)
  if (parsed.success) return attributes
  for (const issue of parsed.error.issues) checking.report(node, issueProblem(name, issue, attributes))
  return undefined
}
