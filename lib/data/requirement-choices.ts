import type { Tx } from '#lib/data/database'
import { listRegisterEntries } from '#lib/data/library'
import { listTracks, type Track } from '#lib/data/requirement'
import { listStaff, type StaffRecord } from '#lib/data/roster'
import type { LocalDate } from '#lib/domain/calendar'
import type { PublishedProfile } from '#lib/domain/curriculum/requirement-profile'
import type { PracticeId } from '#lib/domain/ids'
import type { Language } from '#lib/domain/language'

/** What the questions of a requirement can be answered with. */
export type RequirementChoices = {
  readonly tracks: readonly Track[]
  readonly staff: readonly StaffRecord[]
  /** The places where somebody works, by name. */
  readonly locations: readonly string[]
  /** Of every state. */
  readonly profiles: readonly PublishedProfile[]
  /** The practice's own, two letters. */
  readonly state: string
}

/** Four statements however many people. */
export async function listRequirementChoices(
  tx: Tx,
  practiceId: PracticeId,
  today: LocalDate,
  language: Language,
): Promise<RequirementChoices> {
  const staff = await listStaff(tx, practiceId, today, 'current')
  const places = staff.flatMap(({ location }) => location ?? [])
  return {
    tracks: await listTracks(tx, practiceId, language),
    staff,
    locations: [...new Set(places)].toSorted((a, b) => a.localeCompare(b, language)),
    profiles: await listProfiles(tx),
    state: await findState(tx, practiceId),
  }
}

/** What the states ask, as published, in the order of the files. */
export async function listProfiles(tx: Tx): Promise<PublishedProfile[]> {
  return await listRegisterEntries<PublishedProfile>(tx, 'profiles')
}

export async function findState(tx: Tx, practiceId: PracticeId): Promise<string> {
  const practice = await tx.practice.findUniqueOrThrow({ where: { id: practiceId }, select: { state: true } })
  return practice.state
}
