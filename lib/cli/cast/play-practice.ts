import { randomUUID } from 'node:crypto'
import { newOneTimeToken } from '#lib/auth/one-time-token'
import { deliverMail, type Player, playScene } from '#lib/cli/cast/play-scene'
import { actAs, done, morningOf, type Stage } from '#lib/cli/cast/stage'
import { insertLink } from '#lib/data/one-time-link'
import { personOfAddress } from '#lib/data/person'
import { addMinutes, type Instant, type LocalDate } from '#lib/domain/calendar'
import type { PersonId, PracticeId, StaffMemberId } from '#lib/domain/ids'
import { invariant } from '#lib/domain/invariant'
import { createPractice } from '#lib/use-cases/account/create-practice'
import { addStaffMember } from '#lib/use-cases/practice/add-staff-member'
import { createRequirement } from '#lib/use-cases/practice/create-requirement'
import { type CastPractice, type Character, castPassword } from '#prisma/cast'

/** Who is in Beacon already, by address. */
type Players = Map<string, Player>

type Deed = { readonly on: LocalDate; readonly play: (at: Instant) => Promise<void> }

/** Plays a practice's whole past in the order of its days, so that its facts and its audit chain read as they happened. */
export async function playPractice(
  stage: Stage,
  practice: CastPractice,
  rightAnswers: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const { founder, requirement, staff, timeZone } = practice
  const openedAt = morningOf(stage, practice.openedOn, timeZone)
  const post = await openPractice(stage, practice, openedAt)
  const players: Players = new Map([[founder.name, { ...post, managerId: post.personId, rightAnswers }]])
  const deeds: Deed[] = [
    ...staff.map((character) => ({
      on: character.addedOn,
      play: (at: Instant) => enter(stage, players, founder, character, at),
    })),
    { on: requirement.on, play: (at) => require(stage, post, practice, at) },
    ...[founder, ...staff].flatMap((character) =>
      character.scenes.map((scene) => ({
        on: scene.on,
        play: (at: Instant) => playScene(stage, playerOf(players, character), scene, at),
      })),
    ),
  ]
  const inOrder = deeds.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
  for (const [index, { on, play }] of inOrder.entries()) {
    const sameDay = inOrder.slice(0, index).filter((earlier) => earlier.on === on).length
    await play(morningOf(stage, on, timeZone, sameDay))
  }
}

function playerOf(players: Players, { name }: Character): Player {
  const player = players.get(name)
  invariant(player, 'a character enters before the first scene')
  return player
}

/** By a set-up link, as the first administrator of any practice. */
async function openPractice({ tx, settings }: Stage, practice: CastPractice, at: Instant) {
  const { founder, name: practiceName, state, timeZone } = practice
  const { name, role, emailAddress } = founder
  const { token, tokenHash } = newOneTimeToken()
  const link = { tokenHash, kind: 'set-up' as const, personId: null, practiceId: null }
  await insertLink(tx, { ...link, createdAt: at, expiresAt: addMinutes(at, 60) })
  const input = { token, practiceName, state, timeZone, name, role, emailAddress, password: castPassword }
  done(await createPractice({ tx, settings, now: at, language: 'en' }, { ...input, isDemo: true }))
  const personId = await personOfAddress(tx, emailAddress, at)
  const { actor } = await actAs({ tx, settings, now: at }, personId, at)
  const post = actor.memberships.find((membership) => membership.practiceName === practiceName)
  invariant(post, 'the founder has a post at the practice')
  return { practiceId: post.practiceId, staffMemberId: post.staffMemberId, personId, emailAddress }
}

/** The founder enters a character. Who may manage does so from then on; the invitation of whoever comes today still waits. */
async function enter(
  stage: Stage,
  players: Players,
  founder: Character,
  character: Character,
  at: Instant,
): Promise<void> {
  const { name, emailAddress, role, employmentKind, capabilities, startedOn } = character
  const { practiceId, personId: managerId, rightAnswers } = playerOf(players, founder)
  const post = {
    practiceId,
    name,
    emailAddress,
    role,
    employmentKind,
    capabilities,
    startedOn,
    location: null,
  }
  const context = await actAs(stage, managerId, at)
  const { staffMemberId } = done(await addStaffMember(context, post))
  const personId = await personOfAddress(stage.tx, emailAddress, at)
  const player = { practiceId, personId, staffMemberId, emailAddress, managerId, rightAnswers }
  players.set(name, player)
  if (addMinutes(at, 24 * 60) < stage.now) await deliverMail(stage, player, at)
}

async function require(
  stage: Stage,
  { practiceId, personId }: { practiceId: PracticeId; personId: PersonId; staffMemberId: StaffMemberId },
  { requirement: { draft } }: CastPractice,
  at: Instant,
): Promise<void> {
  const context = await actAs(stage, personId, at)
  done(await createRequirement(context, { practiceId, requirementId: randomUUID(), draft }))
}
