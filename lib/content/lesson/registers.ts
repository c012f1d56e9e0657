/** The ids that a lesson may name. A register left out is not checked: then nobody knows which ids there are. */
export type LessonRegisters = {
  readonly sources?: readonly string[]
  readonly contacts?: readonly string[]
  readonly terms?: readonly string[]
  readonly objectives?: readonly string[]
  /** File names in the version's `media` folder. */
  readonly media?: readonly string[]
}
