import type { Refusal } from '#lib/web/refusals'

/** A refusal on its way out of a transaction, which it rolls back. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal)
    this.refusal = refusal
  }
}
