import type * as z from 'zod'
import type { Result } from '#lib/domain/result'
import type { Command, Params } from '#lib/web/command-shape'
import type { Body } from '#lib/web/form-body'
import { type Problem, problemsOf } from '#lib/web/forms'
import { problemOf, type Refusal, statusOf } from '#lib/web/refusals'
import { Refused } from '#lib/web/refused'

export type Done<Schema extends z.ZodType, Value> = {
  readonly value: Value
  readonly input: z.output<Schema>
}
export type NotDone = { readonly problems: readonly Problem[]; readonly status: number }
export type Outcome<Done> = Done | NotDone | 'not-found' | 'signed-out' | 'second-factor'
export type Prepared = Pick<Body, 'fields'> & {
  readonly files: Readonly<Record<string, object>>
  readonly params: Params
}
type Reader = NonNullable<Command<z.ZodType, unknown, never, never>['read']>
export type Run<Schema extends z.ZodType, Value, Acting> = (
  context: Acting,
  input: z.output<Schema>,
) => Promise<Result<Value, Refusal>>

const asIs = (fields: Record<string, string | string[]>): Record<string, unknown> => fields

/** A deed that needs no slow work before it. */
export const asOneStep = <Schema extends z.ZodType, Value, Acting, Who>({
  run,
  ...deed
}: Command<Schema, Value, Acting, Who>) => ({
  ...deed,
  run: (context: Acting, input: z.output<Schema>) => run(context, input, undefined),
})

/** The deed in one transaction; where it needs slow work, that comes after a first one and before the second. */
export async function inSteps<Schema extends z.ZodType, Value, Worked, Acting, Who>(
  { beforehand, run }: Pick<Command<Schema, Value, Acting, Who, Worked>, 'beforehand' | 'run'>,
  step: <Step>(run: Run<Schema, Step, Acting>) => Promise<Outcome<Done<Schema, Step>>>,
): Promise<Outcome<Done<Schema, Value>>> {
  if (!beforehand) return step((context, input) => run(context, input, undefined as Worked))
  const begun = await step(beforehand).catch(refusalOf)
  if (typeof begun === 'string' || !('value' in begun)) return begun
  const worked = await begun.value()
  return step((context, input) => run(context, input, worked))
}

/** Strict input, then the use case. */
export async function carriedOut<Schema extends z.ZodType, Value, Acting>(
  deed: { readonly input: Schema; readonly read?: Reader; readonly run: Run<Schema, Value, Acting> },
  acting: Acting,
  { fields, files, params }: Prepared,
): Promise<Outcome<Done<Schema, Value>>> {
  const parsed = deed.input.safeParse({ ...(deed.read ?? asIs)(fields), ...files, ...params })
  if (!parsed.success) {
    const problems = problemsOf(parsed.error)
    // Nobody types an address: what cannot be an id there is answered like an id that nobody has.
    const isAddress = problems.some(({ field }) => field !== null && field in params)
    return isAddress ? 'not-found' : { problems, status: 422 }
  }
  const result = await deed.run(acting, parsed.data)
  // A refusal leaves nothing behind: throwing is what rolls the transaction back.
  if (!result.ok) throw new Refused(result.refusal)
  return { value: result.value, input: parsed.data }
}

export function refusalOf(thrown: unknown): NotDone | 'not-found' {
  if (!(thrown instanceof Refused)) throw thrown
  const { refusal } = thrown
  return refusal === 'not-found' ? refusal : { problems: [problemOf(refusal)], status: statusOf(refusal) }
}
