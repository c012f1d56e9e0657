/** A start that cannot go on for a reason that a person can mend. Its message is the one line that they see. */
export class StartRefusal extends Error {}
