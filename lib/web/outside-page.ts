import type { Route } from 'next'
import { headers } from 'next/headers'
import type { OutsideContext } from '#lib/context'
import { type Result, refuse } from '#lib/domain/result'
import type { FormReturn } from '#lib/web/forms'
import { enterOutside } from '#lib/web/outside'
import { type Search, visitorPageContext } from '#lib/web/page'

/** What a page shows to somebody who reads one draft from outside. Without a living access there is no such page. */
export async function outsidePageContext<View>(
  view: (context: OutsideContext, returned: FormReturn) => Promise<Result<View, 'not-found'>>,
  options: { readonly path?: Route; readonly search?: Search } = {},
) {
  const asking = await headers()
  return visitorPageContext(async (visitor, _, returned) => {
    const context = await enterOutside(visitor, asking)
    return context ? view(context, returned) : refuse('not-found')
  }, options)
}
