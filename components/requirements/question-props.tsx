import type { Returned } from '#components/form/form-parts'
import type { RequirementProfile } from '#lib/domain/curriculum/requirement-profile'

/** What the questions of a requirement may be answered with. */
export type RequirementChoicesShown = {
  readonly tracks: readonly {
    readonly id: string
    readonly title: string
    readonly modules: number
    readonly cases: number
    readonly minutes: number
  }[]
  readonly locations: readonly string[]
  readonly staff: readonly { readonly staffMemberId: string; readonly name: string; readonly role: string }[]
  /** Of the practice's own state, in the reader's language. */
  readonly profiles: readonly RequirementProfile[]
}

export type QuestionsProps = {
  readonly choices: RequirementChoicesShown
  readonly defaults: Readonly<Record<string, string>>
  readonly returned: Returned
}

/** Whether one of these fields has to be mended. What is out of the way must not hide it. */
export function hasProblem({ problems }: Returned, names: readonly string[]): boolean {
  return problems.some(({ field }) => field !== null && names.includes(field))
}
