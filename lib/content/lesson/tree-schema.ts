import { z } from 'zod'
import { lessonComponents } from '#lib/content/lesson/registry'
import { urlProblem } from '#lib/content/lesson/url-rule'
import {
  type ComponentName,
  type LessonComponent,
  type LessonNode,
  type LessonTree,
  markdownTags,
} from '#lib/domain/curriculum/lesson-tree'

const children = z.lazy(() => z.array(lessonNode).readonly())

const element = z.strictObject({
  kind: z.literal('element'),
  tag: z.enum(markdownTags),
  href: z
    .string()
    .refine((url) => urlProblem(url) === undefined)
    .exactOptional(),
  start: z.int().min(0).exactOptional(),
  align: z.enum(['left', 'center', 'right']).exactOptional(),
  children,
})

const component = <Name extends ComponentName>(name: Name) =>
  z.strictObject({
    kind: z.literal('component'),
    name: z.literal(name),
    props: lessonComponents[name].props,
    children,
  })

const names = Object.keys(lessonComponents) as ComponentName[]
const [first, ...others] = names.map((name) => component(name))
const anyComponent = z.discriminatedUnion('name', first ? [first, ...others] : [component('Callout')])

const lessonNode: z.ZodType<LessonNode> = z.union([
  z.string(),
  element,
  anyComponent as unknown as z.ZodType<LessonComponent>,
])

/** A lesson tree that came from a worker or from the database. Whitespace in attributes is folded. */
export const lessonTreeSchema: z.ZodType<LessonTree> = z.strictObject({
  format: z.literal(1),
  children: z.array(lessonNode).readonly(),
})
