import type { Route } from 'next'
import type * as z from 'zod'
import type { Context, VisitorContext } from '#lib/context'
import { pendingSignInStep } from '#lib/domain/access/actor'
import type { Throttle } from '#lib/domain/access/throttle'
import { ok, type Result } from '#lib/domain/result'
import { settings } from '#lib/system/env'
import { keepForm } from '#lib/use-cases/account/keep-form'
import { limitTries } from '#lib/use-cases/account/limit-tries'
import { database, withSession, withVisitor } from '#lib/web/context'
import {
  emptyFormReturn,
  type FormReturn,
  fieldsOf,
  mendable,
  type Notice,
  type Problem,
  problemsOf,
  typedValues,
} from '#lib/web/forms'
import { problemOf, type Refusal, statusOf } from '#lib/web/refusals'
import { faultResponse, plainResponse, seeOther } from '#lib/web/responses'
import { routes } from '#lib/web/routes'
import { isSameOrigin } from '#lib/web/same-origin'

type Params = Record<string, string>
/** Where the address has no parts of its own, the built server hands over no parameters at all. */
type Segment = { params: Promise<Params | undefined> }
type Handler = (request: Request, segment: Segment) => Promise<Response>

type Command<Schema extends z.ZodType, Value, Acting> = {
  /** The form's fields and the address's parameters together. Strict: an unknown field is refused. */
  readonly input: Schema
  /** Turns the form's fields into the schema's shape, where they differ. */
  readonly read?: (fields: Record<string, string | string[]>) => Record<string, unknown>
  readonly run: (context: Acting, input: z.output<Schema>) => Promise<Result<Value, Refusal>>
  readonly redirectTo: (value: Value, input: z.output<Schema>) => Route
  /** The page that shows the form again when it is refused. */
  readonly formPage: (params: Params) => Route
  readonly throttle?: (
    input: z.output<Schema>,
    request: Request,
  ) => readonly Throttle[] | Promise<readonly Throttle[]>
  /** `Set-Cookie` values. */
  readonly cookies?: (value: Value, input: z.output<Schema>) => Promise<readonly string[]>
  /** What the page after it says once, from a row that only the server writes: an address could be made up. */
  readonly notice?: (value: Value) => Notice
  /** The numbers that the notice's words speak of. */
  readonly noticeCounts?: (value: Value) => Readonly<Record<string, number>>
  /** What a script gets instead of the redirect. */
  readonly reply?: (value: Value) => object
  /** The answer takes at least this long, so that its time tells nothing. */
  readonly atLeastMs?: number
  /** Steps of sign-in itself are open to a session that has yet to show its second factor. */
  readonly duringSignIn?: true
}

type Outcome<Value> = Result<Value, Refusal> | 'signed-out' | 'second-factor'
type Prepared = { readonly fields: Record<string, string | string[]>; readonly params: Params }

const asIs = (fields: Record<string, string | string[]>): Record<string, unknown> => fields
const maxBodyBytes = 256 * 1024

/** One POST for whoever is signed in: same origin, session, rate limit, strict input, use case, 303. */
export function command<Schema extends z.ZodType, Value>(deed: Command<Schema, Value, Context>): Handler {
  return handler(deed, (request, input) =>
    withSession(request.headers.get('cookie'), async (context): Promise<Outcome<Value>> => {
      if (!context) return 'signed-out'
      if (!deed.duringSignIn && pendingSignInStep(context.actor)) return 'second-factor'
      return rolledBackIfRefused(await deed.run(context, input))
    }),
  )
}

/** One POST for anybody: same origin, rate limit, strict input, use case, 303. */
export function visitorCommand<Schema extends z.ZodType, Value>(
  deed: Command<Schema, Value, VisitorContext>,
): Handler {
  return handler(deed, (_request, input) =>
    withVisitor(async (context) => rolledBackIfRefused(await deed.run(context, input))),
  )
}

class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal)
    this.refusal = refusal
  }
}

/** A refusal leaves nothing behind: throwing is what rolls the transaction back. */
function rolledBackIfRefused<Value>(result: Result<Value, Refusal>): Result<Value, Refusal> {
  if (!result.ok) throw new Refused(result.refusal)
  return result
}

function handler<Schema extends z.ZodType, Value, Acting>(
  deed: Command<Schema, Value, Acting>,
  act: (request: Request, input: z.output<Schema>) => Promise<Outcome<Value>>,
): Handler {
  return async (request, segment) => {
    if (!isSameOrigin(request.headers, settings().origin)) return plainResponse(403, 'other-site')
    const prepared = await read(request, segment)
    if (!prepared) return plainResponse(413, 'too-large')
    const pause = new Promise((resolve) => setTimeout(resolve, deed.atLeastMs ?? 0))
    try {
      const response = await answer(deed, act, request, prepared)
      await pause
      return response
    } catch (fault) {
      return faultResponse(fault, request)
    }
  }
}

async function read(request: Request, segment: Segment): Promise<Prepared | undefined> {
  // Browsers say how long a form is. What does not say could go on for ever.
  if (request.headers.has('transfer-encoding')) return undefined
  if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes) return undefined
  const form = await request.formData().catch(() => new FormData())
  return { fields: fieldsOf(form), params: (await segment.params) ?? {} }
}

async function answer<Schema extends z.ZodType, Value, Acting>(
  deed: Command<Schema, Value, Acting>,
  act: (request: Request, input: z.output<Schema>) => Promise<Outcome<Value>>,
  request: Request,
  prepared: Prepared,
): Promise<Response> {
  const parsed = deed.input.safeParse({ ...(deed.read ?? asIs)(prepared.fields), ...prepared.params })
  if (!parsed.success) {
    const problems = problemsOf(parsed.error)
    // Nobody types an address: what cannot be an id there is answered like an id that nobody has.
    const isAddress = problems.some(({ field }) => field !== null && field in prepared.params)
    return isAddress ? plainResponse(404, 'not-found') : refused(deed, request, prepared, problems, 422)
  }
  if (deed.throttle && (await limitTries(database(), await deed.throttle(parsed.data, request)))) {
    return refused(deed, request, prepared, [problemOf('too-many-tries')], 429)
  }
  const outcome = await act(request, parsed.data).catch(refusalOf)
  if (outcome === 'signed-out') return notSignedIn(request, routes.signIn)
  if (outcome === 'second-factor') return notSignedIn(request, routes.secondFactorCode)
  if (outcome.ok) return done(deed, request, outcome.value as Value, parsed.data)
  if (outcome.refusal === 'not-found') return plainResponse(404, 'not-found')
  return refused(deed, request, prepared, [problemOf(outcome.refusal)], statusOf(outcome.refusal))
}

function refusalOf(thrown: unknown): { ok: false; refusal: Refusal } {
  if (thrown instanceof Refused) return { ok: false, refusal: thrown.refusal }
  throw thrown
}

async function done<Schema extends z.ZodType, Value, Acting>(
  deed: Command<Schema, Value, Acting>,
  request: Request,
  value: Value,
  input: z.output<Schema>,
): Promise<Response> {
  const headers = new Headers({ 'cache-control': 'private, no-store' })
  for (const cookie of (await deed.cookies?.(value, input)) ?? []) headers.append('set-cookie', cookie)
  if (deed.reply && wantsJson(request)) return Response.json(ok(deed.reply(value)), { headers })
  const page = deed.redirectTo(value, input)
  if (!deed.notice) return seeOther(page, headers)
  const counts = deed.noticeCounts?.(value) ?? {}
  const id = await keep(request, page, { ...emptyFormReturn, notice: deed.notice(value), counts })
  return seeOther(`${page}?form=${id}`, headers)
}

async function refused<Schema extends z.ZodType, Value, Acting>(
  deed: Command<Schema, Value, Acting>,
  request: Request,
  { fields, params }: Prepared,
  problems: readonly Problem[],
  status: number,
): Promise<Response> {
  if (wantsJson(request)) return Response.json({ ok: false, problems }, { status })
  const page = deed.formPage(params)
  const id = await keep(request, page, {
    ...emptyFormReturn,
    problems: mendable(problems),
    values: typedValues(fields),
  })
  return seeOther(`${page}?form=${id}`)
}

function keep(request: Request, path: Route, content: FormReturn): Promise<string> {
  return withSession(request.headers.get('cookie'), (context, visitor) =>
    keepForm(visitor, { path, sessionIdHash: context?.actor.sessionIdHash ?? null }, content),
  )
}

function notSignedIn(request: Request, page: Route): Response {
  return wantsJson(request) ? Response.json({ ok: false, problems: [] }, { status: 401 }) : seeOther(page)
}

const wantsJson = (request: Request) => request.headers.get('accept')?.startsWith('application/json') ?? false
