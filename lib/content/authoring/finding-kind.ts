import type { GateId } from '#lib/domain/authoring/gates'

/** A sentence of the pipeline, by its beginning or what is always in it. */
export type Kind = {
  readonly code: string
  /** Null: the gate of the file that it stands in. */
  readonly gate: GateId | null
  readonly says: RegExp
}

export const kind = (gate: GateId, code: string, says: RegExp): Kind => ({ code, gate, says })
export const anywhere = (code: string, says: RegExp): Kind => ({ code, gate: null, says })
