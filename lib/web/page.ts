import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { sessionTokenIn } from '#lib/auth/session-cookie'
import type { Context, VisitorContext } from '#lib/context'
import { type Actor, pendingSignInStep } from '#lib/domain/access/actor'
import type { Result } from '#lib/domain/result'
import { isDevelopment, settings } from '#lib/system/env'
import { takeForm } from '#lib/use-cases/account/keep-form'
import { withSession } from '#lib/web/context'
import { emptyFormReturn, type FormReturn, formReturnFrom } from '#lib/web/forms'
import { logFault } from '#lib/web/responses'
import { codePage, signInPage } from '#lib/web/return-path'
import { routes } from '#lib/web/routes'

/** What a page's address may carry. `form` names a refused form that waits to be shown again. */
export type Search = Promise<Record<string, string | string[] | undefined>>

type Page<View> = { readonly view: View; readonly actor: Actor; readonly returned: FormReturn }
type VisitorPage<View> = { readonly view: View; readonly actor: Actor | null; readonly returned: FormReturn }
type Options = { readonly path?: string; readonly search?: Search; readonly duringSignIn?: true }

/**
 * What a page for signed-in people shows: one transaction for session, view and refused form. Without a session it sends
 * to the sign-in page, with a pending second factor to that step; a view that is not found is a 404.
 */
export async function pageContext<View>(
  view: (context: Context, returned: FormReturn) => Promise<Result<View, 'not-found'>>,
  options: Options = {},
): Promise<Page<View>> {
  const back = options.duringSignIn ? null : await addressAsked()
  const page = await read(options, async (context, _, returned) => {
    if (!context) return { elsewhere: signInPage(back) }
    const step = options.duringSignIn ? null : pendingSignInStep(context.actor)
    if (step === 'show-code') return { elsewhere: codePage(back) }
    if (step === 'set-up-second-factor') return { elsewhere: routes.secondFactor }
    return { result: await view(context, returned), actor: context.actor }
  })
  if ('elsewhere' in page.found) redirect(page.found.elsewhere)
  if (!page.found.result.ok) notFound()
  return { view: page.found.result.value, actor: page.found.actor, returned: page.returned }
}

/** The page's own address with its query, as it was asked for. */
async function addressAsked(): Promise<string> {
  const requested = await headers()
  return `${requested.get('x-beacon-path')}?${requested.get('x-beacon-query')}`
}

/** Whether the browser still carries a session's cookie: where no session is found, it is one that ended. */
export async function hadSession(): Promise<boolean> {
  return sessionTokenIn((await headers()).get('cookie'), settings().origin) !== undefined
}

/** The same for pages that anybody may see; `actor` is null for a stranger. */
export async function visitorPageContext<View>(
  view: (
    context: VisitorContext,
    actor: Actor | null,
    returned: FormReturn,
  ) => Promise<Result<View, 'not-found'>>,
  options: Options = {},
): Promise<VisitorPage<View>> {
  const page = await read(options, async (context, visitor, returned) => ({
    result: await view(visitor, context?.actor ?? null, returned),
    actor: context?.actor ?? null,
  }))
  if (!page.found.result.ok) notFound()
  return { view: page.found.result.value, actor: page.found.actor, returned: page.returned }
}

/** Who looks at a page that needs nothing else. A fault makes a stranger of everybody: the page itself is not at fault. */
export async function actorIfKnown(): Promise<Actor | null> {
  try {
    return await withSession(await headers(), async (context) => context?.actor ?? null)
  } catch (fault) {
    logFault(fault, 'not-found')
    return null
  }
}

type Look<Found> = (
  context: Context | undefined,
  visitor: VisitorContext,
  returned: FormReturn,
) => Promise<Found>
type Seen<Found> = { readonly found: Found; readonly returned: FormReturn }

/**
 * A fault leads to a page of its own: what the framework shows of a fault needs JavaScript, and whoever has none would see
 * nothing at all.
 */
async function read<Found>(options: Options, look: Look<Found>): Promise<Seen<Found>> {
  const requested = await headers()
  const seen = await readOnce(options, requested, look).catch((fault: unknown) => {
    if (isDevelopment()) throw fault
    logFault(fault, requested.get('x-beacon-path') ?? '')
    return undefined
  })
  return seen ?? redirect(routes.fault(requested.get('x-beacon-path') ?? '/'))
}

async function readOnce<Found>(
  { path, search }: Options,
  requested: Awaited<ReturnType<typeof headers>>,
  look: Look<Found>,
): Promise<Seen<Found>> {
  const form = (await search)?.['form']
  return withSession(requested, async (context, visitor) => {
    const sessionIdHash = context?.actor.sessionIdHash ?? null
    const kept =
      path !== undefined &&
      typeof form === 'string' &&
      (await takeForm(visitor, { path, sessionIdHash }, form))
    const returned = kept ? formReturnFrom(kept) : emptyFormReturn
    return { found: await look(context, visitor, returned), returned }
  })
}
