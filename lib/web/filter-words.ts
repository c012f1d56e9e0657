import { getTranslations } from 'next-intl/server'
import type { RosterAddress } from '#lib/web/roster-query'

type Requirement = { readonly id: string; readonly name: string }

/** What a table leaves, in the reader's words; empty where it leaves everybody who works here. */
export async function filterWords(
  { group, requirementId, role, location, employmentKind, search, part }: RosterAddress,
  requirements: readonly Requirement[],
): Promise<readonly string[]> {
  const t = await getTranslations('practice')
  const people = await getTranslations('people')
  return [
    group && t(`group.${group}`),
    requirementId && requirements.find(({ id }) => id === requirementId)?.name,
    role && people(`roles.${role}`),
    location,
    employmentKind && people(`employmentKinds.${employmentKind}`),
    search && `“${search}”`,
    part === 'ended' && t('filter.ended'),
  ].flatMap((words) => words || [])
}
