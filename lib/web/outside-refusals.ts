import type { AcceptOutsideInvitationRefusal } from '#lib/use-cases/outside/accept-outside-invitation'
import type { InviteOutsideReviewerRefusal } from '#lib/use-cases/outside/invite-outside-reviewer'

export type OutsideRefusal = AcceptOutsideInvitationRefusal | InviteOutsideReviewerRefusal
