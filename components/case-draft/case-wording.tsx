import { getTranslations } from 'next-intl/server'
import { type NodeNamer, nodeNamer } from '#components/case-draft/node-namer'
import type { NodeName } from '#lib/domain/authoring/case-names'
import type { CaseFieldName, CaseValueKind } from '#lib/domain/authoring/differences/case-field'
import { caseOutcomes, caseSkills, judgments } from '#lib/domain/curriculum/case-graph'

/** What stands in the file of a case, in the words of its forms; what they do not know stays as it is. */
export type CaseWording = {
  readonly namer: NodeNamer
  name(field: CaseFieldName): string
  value(kind: CaseValueKind, said: string): string
}

export async function caseWording(names: readonly NodeName[]): Promise<CaseWording> {
  const t = await getTranslations('caseDrafts')
  const fields = await getTranslations('fields')
  const skills = await getTranslations('cases.skills')
  const namer = await nodeNamer(names)
  const oneOf = <Known extends string>(
    known: readonly Known[],
    said: string,
    words: (each: Known) => string,
  ) => {
    const each = known.find((one) => one === said)
    return each ? words(each) : said
  }
  const value = (kind: CaseValueKind, said: string) => {
    switch (kind) {
      case 'words':
        return said
      case 'node':
        return namer.full(said) || said
      case 'nodes':
        return said
          .split(', ')
          .map((id) => namer.short(id) || id)
          .join(', ')
      case 'letters':
        return said.toUpperCase()
      case 'judgment':
        return oneOf(judgments, said, (each) => t(`judgments.${each}`))
      case 'outcome':
        return oneOf(caseOutcomes, said, (each) => t(`outcomes.${each}`))
      case 'skill':
        return oneOf(caseSkills, said, (each) => skills(each))
      case 'answer':
        return oneOf(['true', 'false'], said, (each) => t(`answers.${each}`))
    }
  }
  const name = ({ in: where, key, letter, skill }: CaseFieldName) =>
    where === 'fields'
      ? fields(key as 'caseSetting')
      : t(
          key as 'outcome',
          { letter: (letter ?? '').toUpperCase(), skill: skill ? skills(skill) : '' } as never,
        )
  return { namer, name, value }
}
