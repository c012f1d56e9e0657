import { z } from 'zod'
import { partRange } from '#lib/content/lesson/part-counts'
import { referencesOf } from '#lib/content/lesson/references'
import {
  type ComponentRule,
  componentRule,
  isComponentName,
  lessonComponents,
} from '#lib/content/lesson/registry'
import type { ComponentName } from '#lib/domain/curriculum/lesson-tree'
import type { ComponentField, ComponentForm, PartForm } from '#lib/domain/curriculum/source/component-form'

const names = Object.keys(lessonComponents).filter(isComponentName)

/** What JSON Schema says of one attribute of ours. */
const attributeSchema = z.union([
  z.object({ const: z.literal(true) }),
  z.object({ enum: z.array(z.string()) }),
  z.object({ type: z.literal('string'), maxLength: z.int(), pattern: z.string().optional() }),
])
const propsSchema = z.object({
  properties: z.record(z.string(), attributeSchema),
  required: z.array(z.string()).default([]),
})

function kindOf(
  schema: z.output<typeof attributeSchema>,
): Pick<ComponentField, 'kind' | 'choices' | 'longest'> {
  if ('const' in schema) return { kind: 'yes' }
  if ('enum' in schema) return { kind: 'choice', choices: schema.enum }
  return { kind: schema.pattern === undefined ? 'words' : 'name', longest: schema.maxLength }
}

function fieldsOf(name: ComponentName): readonly ComponentField[] {
  const { properties, required } = propsSchema.parse(
    z.toJSONSchema(componentRule(name).props, { io: 'input' }),
  )
  return Object.entries(properties).map(([attribute, schema]) => {
    const register = referencesOf(name).find((each) => each.attribute === attribute)?.register
    return {
      name: attribute,
      ...kindOf(schema),
      isRequired: required.includes(attribute),
      ...(register === undefined ? {} : { register }),
    }
  })
}

const partsOf = (name: ComponentName): readonly PartForm[] =>
  names
    .filter((part) => componentRule(part).parents.includes(name))
    .map((part) => ({ name: part, ...partRange(name) }))

function textOf({ holds }: ComponentRule): ComponentForm['text'] {
  return holds === 'blocks' || holds === 'inlines' ? holds : 'none'
}

/** The form of every component, read from the registry: a component that is added there has a form at once. */
export const componentForms: readonly ComponentForm[] = names.map((name) => ({
  name,
  place: componentRule(name).place,
  fields: fieldsOf(name),
  text: textOf(componentRule(name)),
  parts: partsOf(name),
}))
