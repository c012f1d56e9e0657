import { addMinutes, type Instant } from '#lib/domain/calendar'

/** A long shift on a shared computer: nobody stays signed in until the next one. */
export const sessionMinutes = 12 * 60

export const sessionEndsAt = (now: Instant): Instant => addMinutes(now, sessionMinutes)

/** Links for a new password are short-lived; an invitation waits for the next shift that somebody works. */
export const resetMinutes = 30
export const invitationMinutes = 14 * 24 * 60
/** Somebody from outside has as long to use the link, and then as long to read. */
export const outsideMinutes = 14 * 24 * 60
export const setUpMinutes = 24 * 60
/** How long a new second factor waits for its first code beside the old one. */
const nextFactorMinutes = 30

/** A next factor that was begun before this moment is not waited for any more. */
export const nextFactorSince = (now: Instant): Instant => addMinutes(now, -nextFactorMinutes)
