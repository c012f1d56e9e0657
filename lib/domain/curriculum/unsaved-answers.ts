// Read by a script in the browser, so it imports nothing.

/** Why an answer that stands on a page is not saved, what matters most first. */
const unsavedReasons = [
  'submittedAlready',
  'timeOver',
  'signedOut',
  'changedElsewhere',
  'notSaved',
  'incomplete',
] as const
export type UnsavedReason = (typeof unsavedReasons)[number]

/**
 * What a page says of its answers. `waiting`: how many are on their way. An answer that could not be saved is spoken of until
 * it is, whatever was saved after it.
 */
export function savedState(
  unsaved: Iterable<UnsavedReason>,
  waiting: number,
): UnsavedReason | 'saving' | 'saved' {
  if (waiting > 0) return 'saving'
  const reasons = new Set(unsaved)
  return unsavedReasons.find((reason) => reasons.has(reason)) ?? 'saved'
}
