import { existsSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { FileProblem } from '#lib/content/file-problem'
import type { LintFinding } from '#lib/content/lint/text-findings'
import { nameId, words } from '#lib/content/schema-parts'
import { readYaml, type YamlFile } from '#lib/content/yaml-file'
import { type LintRuleId, textRules } from '#lib/domain/curriculum/wording/text-rules'
import { wordingRuleIds } from '#lib/domain/curriculum/wording/wording-rule'

const ruleIds = [...wordingRuleIds, ...Object.keys(textRules)] as readonly string[] as readonly LintRuleId[]

/**
 * `allow.yaml` beside `module.yaml` or `case.yaml`: findings that are right as they stand. It says something about checking and nothing to
 * learners, so it is no part of a version: what is published can still be allowed when a new rule comes.
 */
const allowancesSchema = z.array(
  z.strictObject({
    /** Of the lesson, item, case or module. */
    in: nameId,
    rule: z.enum(ruleIds),
    /** Words of the sentence; left out where the finding is about the whole text. */
    text: words.exactOptional(),
    /** Why it is right here; for the next author. */
    reason: words.refine(
      (reason) => reason.split(' ').length >= 4,
      'say in a sentence why this is right here',
    ),
  }),
)
type Allowance = Readonly<z.infer<typeof allowancesSchema>[number]>

export type Allowances = {
  readonly file: YamlFile<readonly Allowance[]> | undefined
  readonly problems: readonly FileProblem[]
}

/** The allowances of a module or case; without the file nothing is allowed. */
export function readAllowances(folder: string): Allowances {
  const file = path.join(folder, 'allow.yaml')
  if (!existsSync(file)) return { file: undefined, problems: [] }
  const read = readYaml(file, allowancesSchema)
  return read.ok ? { file: read.value, problems: [] } : { file: undefined, problems: read.refusal }
}

const flat = (text: string) => text.replace(/\s+/g, ' ')

const covers = (allowance: Allowance, finding: LintFinding) =>
  allowance.in === finding.in &&
  allowance.rule === finding.rule &&
  (allowance.text === undefined ? finding.sentence === '' : flat(finding.sentence).includes(allowance.text))

/** The findings that nothing allows. */
export const notAllowed = ({ file }: Allowances, findings: readonly LintFinding[]) =>
  findings.filter((finding) => !file?.value.some((allowance) => covers(allowance, finding)))

/** An allowance that no finding needs any more hides the next fault. */
export function idleAllowances(
  { file }: Allowances,
  findings: readonly LintFinding[],
): readonly FileProblem[] {
  if (!file) return []
  return file.value.flatMap((allowance, index) =>
    findings.some((finding) => covers(allowance, finding))
      ? []
      : [
          file.problemAt(
            [index],
            `unused-allowance: nothing here is found by “${allowance.rule}” in “${allowance.in}” any more. Delete this entry, or mend its words.`,
          ),
        ],
  )
}
