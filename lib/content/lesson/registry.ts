import { z } from 'zod'
import {
  type ComponentName,
  calloutKinds,
  columnTones,
  type LessonComponents,
} from '#lib/domain/curriculum/lesson-tree'
import { longestPictureName, pictureName } from '#lib/domain/curriculum/picture'

/**
 * Where a component stands: `block` on its own lines, `inline` within a sentence, `part` only inside its parents.
 * What it holds: blocks of Markdown, the words of a sentence, nothing, or only the parts named.
 */
export type ComponentRule<Name extends ComponentName = ComponentName> = {
  readonly props: z.ZodObject & z.ZodType<LessonComponents[Name]>
  readonly place: 'block' | 'inline' | 'part'
  readonly parents: readonly ComponentName[]
  readonly holds: 'blocks' | 'inlines' | 'nothing' | readonly ComponentName[]
  /** How the component is written, for messages with a mend. */
  readonly example: string
}

const longest = 600
const words = z
  .string()
  .overwrite((text) => text.replace(/\s+/g, ' ').trim())
  .min(1)
  .max(longest)
const id = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
const mediaName = z.string().max(longestPictureName).regex(pictureName)
const none = z.strictObject({})

const block = { place: 'block', parents: [] } as const
const inline = { place: 'inline', parents: [] } as const
const partOf = (...parents: readonly ComponentName[]) => ({ place: 'part', parents }) as const

/** The components of lessons. Their attributes are strings, or words alone that mean yes. */
export const lessonComponents: { readonly [Name in ComponentName]: ComponentRule<Name> } = {
  Callout: {
    ...block,
    props: z.strictObject({ kind: z.enum(calloutKinds), title: words.exactOptional() }),
    holds: 'blocks',
    example: '<Callout kind="note" title="…">…</Callout>',
  },
  Figure: {
    ...block,
    props: z.strictObject({ src: mediaName, alt: words, caption: words }),
    holds: 'nothing',
    example: '<Figure src="name.png" alt="…" caption="…" />',
  },
  Check: {
    ...block,
    props: z.strictObject({
      id,
      question: words,
      objective: id.exactOptional(),
      source: id.exactOptional(),
    }),
    holds: ['Option'],
    example: '<Check id="c1" objective="…" question="…" source="…">…</Check>',
  },
  Option: {
    ...partOf('Check'),
    props: z.strictObject({ text: words, feedback: words, correct: z.literal(true).exactOptional() }),
    holds: 'nothing',
    example: '<Option text="…" feedback="…" correct />',
  },
  Reveal: {
    ...block,
    props: z.strictObject({ summary: words }),
    holds: 'blocks',
    example: '<Reveal summary="…">…</Reveal>',
  },
  Steps: { ...block, props: none, holds: ['Step'], example: '<Steps><Step title="…">…</Step></Steps>' },
  Step: {
    ...partOf('Steps'),
    props: z.strictObject({ title: words.exactOptional() }),
    holds: 'blocks',
    example: '<Step title="…">…</Step>',
  },
  Compare: {
    ...block,
    props: none,
    holds: ['Column'],
    example: '<Compare><Column title="Instead of" tone="avoid">…</Column>…</Compare>',
  },
  Column: {
    ...partOf('Compare'),
    props: z.strictObject({ title: words, tone: z.enum(columnTones).exactOptional() }),
    holds: 'blocks',
    example: '<Column title="…" tone="prefer">…</Column>',
  },
  Contact: { ...block, props: z.strictObject({ id }), holds: 'nothing', example: '<Contact id="…" />' },
  Cite: { ...inline, props: z.strictObject({ id }), holds: 'nothing', example: '<Cite id="…" />' },
  Term: { ...inline, props: z.strictObject({ id }), holds: 'inlines', example: '<Term id="…">words</Term>' },
  ContentNote: {
    ...block,
    props: z.strictObject({ about: words }),
    holds: 'blocks',
    example: '<ContentNote about="…"><Gentle>…</Gentle>…</ContentNote>',
  },
  Gentle: { ...partOf('ContentNote'), props: none, holds: 'blocks', example: '<Gentle>…</Gentle>' },
}

/** Own names only: `constructor` or `toString` is not a component. */
export function isComponentName(name: unknown): name is ComponentName {
  return typeof name === 'string' && Object.hasOwn(lessonComponents, name)
}

/** Widened, so that one loop may treat all components alike. */
export const componentRule = (name: ComponentName): ComponentRule => lessonComponents[name]

/** The attributes that a component knows, in the order of the schema. */
export const attributeNames = (name: ComponentName) => Object.keys(componentRule(name).props.shape)
