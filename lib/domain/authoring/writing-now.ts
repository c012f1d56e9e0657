import { addMinutes, type Instant } from '#lib/domain/calendar'

/** Whoever has written since then counts as writing now. */
export const othersSince = (now: Instant): Instant => addMinutes(now, -1)
