import { existsSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { FileProblem } from '#lib/content/file-problem'
import { localDateText, nameId, words } from '#lib/content/schema-parts'
import { readYaml, type YamlFile } from '#lib/content/yaml-file'
import {
  type Contact,
  contactConfidences,
  contactScopes,
  type Source,
  sourceStatuses,
  type Term,
} from '#lib/domain/curriculum/reference'

/** Sources may still be http pages; services that people are sent to may not. */
const webAddress = z.url({ protocol: /^https?$/ })
const https = z.url({ protocol: /^https$/ })

const sourceSchema: z.ZodType<Source> = z.strictObject({
  id: nameId,
  citation: words,
  remark: z.strictObject({ en: words, es: words }).exactOptional(),
  url: z.union([webAddress, z.null()]),
  accessedOn: localDateText,
  status: z.enum(sourceStatuses),
  supports: z.array(words).min(1),
})

const contactSchema: z.ZodType<Contact> = z.strictObject({
  id: nameId,
  name: words,
  who: words,
  phone: words.exactOptional(),
  text: words.exactOptional(),
  chat: https.exactOptional(),
  hours: words,
  languages: words,
  notes: words.exactOptional(),
  source: nameId,
  checkedOn: localDateText,
  confidence: z.enum(contactConfidences),
  scope: z.enum(contactScopes),
  es: z
    .strictObject({
      name: words.exactOptional(),
      who: words,
      text: words.exactOptional(),
      hours: words,
      languages: words,
      notes: words.exactOptional(),
    })
    .exactOptional(),
})

const termSchema: z.ZodType<Term> = z.strictObject({
  id: nameId,
  term: words,
  definition: words,
  es: z.strictObject({ term: words, definition: words }).exactOptional(),
})

/** Everything that lessons point at by id, as far as the files exist. */
export type Registers = {
  readonly sources: readonly Source[] | undefined
  readonly contacts: readonly Contact[] | undefined
  readonly terms: readonly Term[] | undefined
  readonly problems: readonly FileProblem[]
}

type Entry = { readonly id: string }

function repeated(file: YamlFile<readonly Entry[]>): readonly FileProblem[] {
  const seen = new Set<string>()
  return file.value.flatMap(({ id }, index) => {
    const again = seen.has(id)
    seen.add(id)
    return again
      ? [file.problemAt([index, 'id'], `Another entry is called “${id}”. Give each its own id.`)]
      : []
  })
}

function readRegister<Value extends Entry>(file: string, schema: z.ZodType<Value>) {
  if (!existsSync(file)) return { entries: undefined, problems: [], read: undefined }
  const read = readYaml(file, z.array(schema))
  return read.ok
    ? { entries: read.value.value, problems: repeated(read.value), read: read.value }
    : { entries: undefined, problems: read.refusal, read: undefined }
}

/** `sources.yaml`, `contacts.yaml` and `glossary.yaml` of a content folder. A missing file leaves its ids unchecked. */
export function readRegisters(contentFolder: string): Registers {
  const sources = readRegister(path.join(contentFolder, 'sources.yaml'), sourceSchema)
  const contacts = readRegister(path.join(contentFolder, 'contacts.yaml'), contactSchema)
  const terms = readRegister(path.join(contentFolder, 'glossary.yaml'), termSchema)
  const known = sources.entries?.map((source) => source.id)
  const unsourced = (contacts.entries ?? []).flatMap(({ source }, index) =>
    known && contacts.read && !known.includes(source)
      ? [contacts.read.problemAt([index, 'source'], `There is no source “${source}” in sources.yaml.`)]
      : [],
  )
  return {
    sources: sources.entries,
    contacts: contacts.entries,
    terms: terms.entries,
    problems: [...sources.problems, ...contacts.problems, ...terms.problems, ...unsourced],
  }
}

/** The ids that a lesson may name; a register that was not read is left out, and so not checked. */
export function registerIds({ sources, contacts, terms }: Registers) {
  return {
    ...(sources ? { sources: sources.map(({ id }) => id) } : {}),
    ...(contacts ? { contacts: contacts.map(({ id }) => id) } : {}),
    ...(terms ? { terms: terms.map(({ id }) => id) } : {}),
  }
}
