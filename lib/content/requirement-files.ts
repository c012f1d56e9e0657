import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { type FileProblem, ofFile } from '#lib/content/file-problem'
import { localDateText, nameId, words } from '#lib/content/schema-parts'
import { readYaml, type YamlFile } from '#lib/content/yaml-file'
import {
  type PublishedProfile,
  profileConfidences,
  profileStandings,
} from '#lib/domain/curriculum/requirement-profile'

const cadence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('once') }),
  z.strictObject({ kind: z.literal('licence-renewal') }),
  z.strictObject({ kind: z.literal('rolling'), periodMonths: z.int().min(1).max(120) }),
])

const translated = z.strictObject({
  who: words,
  requirement: words,
  frequency: words.nullable(),
  approval: words.nullable(),
  note: words.exactOptional(),
})

const profileSchema = z.strictObject({
  id: nameId,
  state: z.string().regex(/^[A-Z]{2}$/, 'two capital letters'),
  who: words,
  requirement: words,
  hours: z.number().positive().max(100).nullable(),
  frequency: words.nullable(),
  cadence: cadence.nullable(),
  approval: words.nullable(),
  basis: words,
  effectiveOn: localDateText.nullable(),
  url: z.url({ protocol: /^https?$/ }).nullable(),
  checkedOn: localDateText,
  confidence: z.enum(profileConfidences),
  standing: z.enum(profileStandings),
  duty: z.literal('sign').exactOptional(),
  note: words.exactOptional(),
  /** The same words in Spanish; the law's own name stays as it is. */
  es: translated.exactOptional(),
})

type ProfileReading = {
  readonly profiles: readonly PublishedProfile[]
  readonly problems: readonly FileProblem[]
}

type ProfileFile = YamlFile<readonly z.infer<typeof profileSchema>[]>

function profileProblems({ file, value, problemAt: at }: ProfileFile): readonly FileProblem[] {
  const state = path.basename(file, '.yaml').slice('us-'.length).toUpperCase()
  return value.flatMap((profile, index) => [
    ...(profile.state === state ? [] : [at([index, 'state'], `The file is called ${path.basename(file)}.`)]),
    ...(value.findIndex(({ id }) => id === profile.id) < index
      ? [at([index, 'id'], `Another profile is called “${profile.id}”. Give each its own id.`)]
      : []),
    ...(profile.confidence === 'official' && profile.url === null
      ? [at([index, 'confidence'], 'An official text has an address. Give it, or lower the confidence.')]
      : []),
    ...(profile.standing === 'in-force' || profile.cadence === null
      ? []
      : [at([index, 'cadence'], 'Only what is in force has a cadence; elsewhere it is null.')]),
  ])
}

/** `requirements/us-xx.yaml`: what each state asks, a file for each state. Undefined files are fine; wrong ones are told. */
export function readRequirementProfiles(contentFolder: string): ProfileReading {
  const folder = path.join(contentFolder, 'requirements')
  if (!existsSync(folder)) return { profiles: [], problems: [] }
  const readings = readdirSync(folder)
    .toSorted()
    .map((name): ProfileReading => {
      const file = path.join(folder, name)
      if (!/^us-[a-z]{2}\.yaml$/.test(name)) {
        return { profiles: [], problems: [ofFile(file, 'Files of requirements are called like us-mo.yaml.')] }
      }
      const read = readYaml(file, z.array(profileSchema).min(1))
      return read.ok
        ? { profiles: read.value.value, problems: profileProblems(read.value) }
        : { profiles: [], problems: read.refusal }
    })
  return {
    profiles: readings.flatMap(({ profiles }) => profiles),
    problems: readings.flatMap(({ problems }) => problems),
  }
}
