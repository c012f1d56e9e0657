import type { Route } from 'next'
import type * as z from 'zod'
import type { Context, OutsideContext, VisitorContext } from '#lib/context'
import { type Actor, pendingSignInStep } from '#lib/domain/access/actor'
import type { Throttle } from '#lib/domain/access/throttle'
import { ok } from '#lib/domain/result'
import { settings } from '#lib/system/env'
import { keepForm } from '#lib/use-cases/account/keep-form'
import { limitTries } from '#lib/use-cases/account/limit-tries'
import {
  asOneStep,
  carriedOut,
  type Done,
  inSteps,
  type NotDone,
  type Outcome,
  type Prepared,
  type Run,
  refusalOf,
} from '#lib/web/carry-out'
import type { Answering, Command, Params } from '#lib/web/command-shape'
import { database, withSession, withVisitor } from '#lib/web/context'
import { bodyOf, type TooLarge } from '#lib/web/form-body'
import {
  emptyFormReturn,
  type FormReturn,
  mendable,
  type Problem,
  typedValues,
  withinStrangersShare,
} from '#lib/web/forms'
import { keptFormThrottles } from '#lib/web/kept-form-throttles'
import { withMadeFile } from '#lib/web/made-file'
import { enterOutside } from '#lib/web/outside'
import { problemOf } from '#lib/web/refusals'
import { faultResponse, logFault, plainResponse, seeOther } from '#lib/web/responses'
import { codePage, signInPage } from '#lib/web/return-path'
import { isSameOrigin } from '#lib/web/same-origin'

/** Where the address has no parts of its own, the built server hands over no parameters at all. */
type Segment = { params: Promise<Params | undefined> }
type Handler = (request: Request, segment: Segment) => Promise<Response>

/** `actor` is null for a stranger. */
type OpenContext = VisitorContext & { readonly actor: Actor | null }

const tooManyTries: NotDone = { problems: [problemOf('too-many-tries')], status: 429 }

/** One POST for whoever is signed in: same origin, session, rate limit, strict input, use case, 303. */
export function command<Schema extends z.ZodType, Value, Worked = undefined>(
  deed: Command<Schema, Value, Context, Actor, Worked>,
): Handler {
  const door = async (request: Request, prepared: Prepared) => {
    // Outside of the deed's own transaction: a try stays counted when that one rolls back.
    const entered = await withSession(request.headers, async (context) => entering(deed, context))
    if (typeof entered === 'string') return entered
    const throttles = deed.throttle?.({ ...askedOf(request, prepared), actor: entered.actor }) ?? []
    return (await reached(throttles)) ? tooManyTries : undefined
  }
  return handler(
    deed,
    'session',
    async (request, prepared): Promise<Outcome<Done<Schema, Value>>> => {
      const stopped = deed.throttle && !deed.upload ? await door(request, prepared) : undefined
      if (stopped) return stopped
      const step = <Step>(run: Run<Schema, Step, Context>) =>
        withSession(request.headers, async (context): Promise<Outcome<Done<Schema, Step>>> => {
          const entered = entering(deed, context)
          return typeof entered === 'string' ? entered : carriedOut({ ...deed, run }, entered, prepared)
        })
      return await inSteps(deed, step)
    },
    door,
  )
}

/** One POST for anybody: same origin, rate limit, strict input, use case, 303. */
export function visitorCommand<Schema extends z.ZodType, Value>(
  deed: Command<Schema, Value, VisitorContext, null>,
): Handler {
  return handler(deed, 'visitor', async (request, prepared): Promise<Outcome<Done<Schema, Value>>> => {
    const throttles = deed.throttle?.({ ...askedOf(request, prepared), actor: null }) ?? []
    if (await reached(throttles)) return tooManyTries
    return withVisitor(request.headers, (context) => carriedOut(asOneStep(deed), context, prepared))
  })
}

/** One POST for anybody, which does more for whoever is signed in. */
export function openCommand<Schema extends z.ZodType, Value>(
  deed: Command<Schema, Value, OpenContext, null>,
): Handler {
  return handler(deed, 'visitor', async (request, prepared): Promise<Outcome<Done<Schema, Value>>> => {
    const throttles = deed.throttle?.({ ...askedOf(request, prepared), actor: null }) ?? []
    if (await reached(throttles)) return tooManyTries
    return withSession(request.headers, (context, visitor) =>
      carriedOut(asOneStep(deed), { ...visitor, actor: context?.actor ?? null }, prepared),
    )
  })
}

/** One POST for somebody who reads a draft from outside; to everybody else it does not exist. */
export function outsideCommand<Schema extends z.ZodType, Value, Worked = undefined>(
  deed: Command<Schema, Value, OutsideContext, OutsideContext['reader'], Worked>,
): Handler {
  return handler(deed, 'visitor', async (request, prepared): Promise<Outcome<Done<Schema, Value>>> => {
    const { headers } = request
    const known = await withVisitor(
      headers,
      async (visitor) => (await enterOutside(visitor, headers))?.reader,
    )
    if (!known) return 'not-found'
    const throttles = deed.throttle?.({ ...askedOf(request, prepared), actor: known }) ?? []
    if (await reached(throttles)) return tooManyTries
    const step = <Step>(run: Run<Schema, Step, OutsideContext>) =>
      withVisitor(headers, async (visitor): Promise<Outcome<Done<Schema, Step>>> => {
        const context = await enterOutside(visitor, headers)
        return context ? carriedOut({ ...deed, run }, context, prepared) : 'not-found'
      })
    return await inSteps(deed, step)
  })
}

const reached = (throttles: readonly Throttle[]) => limitTries(database(), throttles)
const askedOf = (request: Request, { fields, params }: Prepared) => ({
  typed: { ...fields, ...params },
  request,
})

/** Who may go on, or what stands before it. */
function entering(
  { duringSignIn }: { readonly duringSignIn?: true },
  context: Context | undefined,
): Context | 'signed-out' | 'second-factor' {
  if (!context) return 'signed-out'
  return !duringSignIn && pendingSignInStep(context.actor) ? 'second-factor' : context
}

/** Whose words are kept of a refused form: a stranger's only so many, and so long. */
type Keeper = 'session' | 'visitor'

function handler<Schema extends z.ZodType, Value, Acting, Who>(
  deed: Answering<Schema, Value, Acting, Who>,
  keeper: Keeper,
  act: (request: Request, prepared: Prepared) => Promise<Outcome<Done<Schema, Value>>>,
  /** Asked before a file is read: what keeps this request out, if anything. */
  door?: (request: Request, unread: Prepared) => Promise<Outcome<never> | undefined>,
): Handler {
  return async (request, segment) => {
    if (!isSameOrigin(request.headers, settings().origin)) return plainResponse(request, 403, 'other-site')
    const unread: Prepared = { fields: {}, files: {}, params: (await segment.params) ?? {} }
    try {
      const stopped = deed.upload && (await door?.(request, unread))
      if (stopped) return await answer(deed, keeper, stopped, request, unread)
      const body = await bodyOf(request, deed.upload)
      if ('tooLarge' in body) return await tooLarge(deed, keeper, request, { ...unread, ...body })
      const sent = { ...body, params: unread.params }
      const pause = new Promise((resolve) => setTimeout(resolve, deed.atLeastMs ?? 0))
      const outcome = await withMadeFile(deed.upload, request, sent)
        .then((prepared) => act(request, prepared))
        .catch(refusalOf)
      const response = await answer(deed, keeper, outcome, request, sent)
      await pause
      return response
    } catch (fault) {
      return faultResponse(fault, request)
    }
  }
}

/** A form is shown again with what to do about its file; what no form of ours sends gets no more than a word. */
async function tooLarge<Schema extends z.ZodType, Value, Acting, Who>(
  deed: Answering<Schema, Value, Acting, Who>,
  keeper: Keeper,
  request: Request,
  { tooLarge: what, ...prepared }: Prepared & TooLarge,
): Promise<Response> {
  if (what === 'form' || !deed.upload) return plainResponse(request, 413, 'too-large')
  const problems = [{ field: deed.upload.field, words: deed.upload.tooLarge }]
  return answer(deed, keeper, { problems, status: 413 }, request, prepared)
}

async function answer<Schema extends z.ZodType, Value, Acting, Who>(
  deed: Answering<Schema, Value, Acting, Who>,
  keeper: Keeper,
  outcome: Outcome<Done<Schema, Value>>,
  request: Request,
  prepared: Prepared,
): Promise<Response> {
  if (outcome === 'not-found') return plainResponse(request, 404, 'not-found')
  const back = deed.duringSignIn ? null : deed.formPage(prepared.params)
  if (outcome === 'signed-out') return notSignedIn(request, signInPage(back))
  if (outcome === 'second-factor') return notSignedIn(request, codePage(back))
  if ('value' in outcome) return done(deed, request, outcome)
  const { problems, status } = outcome
  if (wantsJson(request)) return Response.json({ ok: false, problems }, { status })
  return keeper === 'visitor' && (await reached(keptFormThrottles(request)))
    ? plainResponse(request, 429, 'too-many-tries')
    : shownAgain(deed, keeper, request, prepared, problems)
}

async function done<Schema extends z.ZodType, Value, Acting, Who>(
  deed: Answering<Schema, Value, Acting, Who>,
  request: Request,
  { value, input }: Done<Schema, Value>,
): Promise<Response> {
  const headers = new Headers({ 'cache-control': 'private, no-store' })
  for (const cookie of (await deed.cookies?.(value, input)) ?? []) headers.append('set-cookie', cookie)
  if (deed.reply && wantsJson(request)) return Response.json(ok(await deed.reply(value)), { headers })
  const page = deed.redirectTo(value, input, request)
  if (!deed.notice) return seeOther(page, headers)
  const counts = deed.noticeCounts?.(value) ?? {}
  const notice = { ...emptyFormReturn, notice: deed.notice(value), counts }
  // The deed is done: that its page cannot say so is no reason to call it a failure.
  const id = await keep(request, page, notice).catch((fault: unknown) => logFault(fault, page))
  return seeOther(id ? `${page}?form=${id}` : page, headers)
}

/** Back to the form, with what to mend and what was typed. */
async function shownAgain(
  { formPage }: { readonly formPage: (params: Params) => Route },
  keeper: Keeper,
  request: Request,
  { fields, params }: Prepared,
  problems: readonly Problem[],
): Promise<Response> {
  const page = formPage(params)
  const typed = typedValues(fields)
  const values = keeper === 'visitor' ? withinStrangersShare(typed) : typed
  const id = await keep(request, page, { ...emptyFormReturn, problems: mendable(problems), values })
  return seeOther(`${page}?form=${id}`)
}

function keep(request: Request, path: Route, content: FormReturn): Promise<string> {
  return withSession(request.headers, (context, visitor) =>
    keepForm(visitor, { path, sessionIdHash: context?.actor.sessionIdHash ?? null }, content),
  )
}

function notSignedIn(request: Request, page: Route): Response {
  return wantsJson(request) ? Response.json({ ok: false, problems: [] }, { status: 401 }) : seeOther(page)
}

const wantsJson = (request: Request) => request.headers.get('accept')?.startsWith('application/json') ?? false
