import { findDraft } from '#lib/data/authored'
import { takeFormReturn } from '#lib/data/form-return'
import { findOfferedArchive } from '#lib/data/network-offer'
import type { Actor } from '#lib/domain/access/actor'
import type { Instant } from '#lib/domain/calendar'
import { confirmFolderImport, startFolderImport } from '#lib/use-cases/authoring/import-folder'
import { readFolderArchive } from '#lib/use-cases/authoring/read-folder-archive'
import { viewAuthoring } from '#lib/use-cases/authoring/view-authoring'
import { findNetworkCopy } from '#lib/use-cases/network/find-network-copy'
import { foundNetwork } from '#lib/use-cases/network/found-network'
import { joinNetwork } from '#lib/use-cases/network/join-network'
import { leaveNetwork } from '#lib/use-cases/network/leave-network'
import { makeNetworkCode } from '#lib/use-cases/network/make-network-code'
import { offerToNetwork } from '#lib/use-cases/network/offer-to-network'
import { withdrawFromNetwork } from '#lib/use-cases/network/withdraw-from-network'
import { authoringIn, bank } from '#tests/support/authoring'
import { postAt } from '#tests/support/reading'
import { addMember, addPractice, as, noon, type World } from '#tests/support/world'

/** What administrators and authors do in a network of practices, in one world. */
export function networkIn(world: World) {
  const deeds = authoringIn(world)
  const at = (actor: Actor) => ({ practiceId: postAt(actor).practiceId })

  const found = (actor: Actor) =>
    as(world, actor, (context) => foundNetwork(context, { ...at(actor), networkName: 'River practices' }))

  const askForCode = (actor: Actor) =>
    as(world, actor, (context) => makeNetworkCode(context, { ...at(actor), path: '/here' }))

  async function code(actor: Actor): Promise<string> {
    const made = await askForCode(actor)
    if (!made.ok) throw new Error(made.refusal)
    const wanted = { id: made.value.formId, sessionIdHash: actor.sessionIdHash, path: '/here' }
    const kept = await deeds.within(actor, (tx) => takeFormReturn(tx, wanted, noon))
    return (kept as { values: { newNetworkCode: string } }).values.newNetworkCode
  }

  const join = (actor: Actor, networkCode: string, now?: Instant) =>
    as(world, actor, (context) => joinNetwork(context, { ...at(actor), networkCode }), now)

  const leave = (actor: Actor) => as(world, actor, (context) => leaveNetwork(context, at(actor)))

  const offer = (actor: Actor, draftId: string) =>
    as(world, actor, (context) => offerToNetwork(context, { ...at(actor), draftId }))

  const withdraw = (actor: Actor, draftId: string) =>
    as(world, actor, (context) => withdrawFromNetwork(context, { ...at(actor), draftId }))

  /** What other practices show to this one; null where it is in no network. */
  async function seen(actor: Actor) {
    const view = await as(world, actor, (context) => viewAuthoring(context, at(actor)))
    if (!view.ok) throw new Error(view.refusal)
    return view.value.network
  }

  const archive = async (actor: Actor, draftId: string) =>
    await deeds.within(actor, async (tx) => {
      const draft = await findDraft(tx, at(actor).practiceId, draftId)
      return draft && (await findOfferedArchive(tx, at(actor).practiceId, draft.key, draft.number))
    })

  /** As a request does it: found, read outside of any transaction, kept until somebody confirms. */
  async function take(actor: Actor, offerId: string): Promise<string> {
    const copy = await as(world, actor, (context) => findNetworkCopy(context, { ...at(actor), offerId }))
    if (!copy.ok) throw new Error(copy.refusal)
    const { file, origin } = copy.value
    const read = await readFolderArchive(file, [])
    if (!read.ok) throw new Error('every archive is answered')
    const begun = await as(world, actor, (context) =>
      startFolderImport(context, { ...at(actor), targetDraft: null, archive: read.value, origin }),
    )
    if (!begun.ok) throw new Error(begun.refusal)
    return begun.value.folderId
  }

  const confirm = (actor: Actor, folderId: string) =>
    as(world, actor, (context) => confirmFolderImport(context, { ...at(actor), folderId, filesHash: '' }))

  /** A module that is published, whose file names who reviewed it. */
  async function published(author: Actor, reviewer: Actor, title: string): Promise<string> {
    const { draftId } = await deeds.begin(author, title)
    await deeds.write(author, draftId, 'v1/quiz.yaml', bank())
    const { practiceId } = at(author)
    const head = await deeds.within(author, (tx) =>
      tx.draftFile.findFirst({ where: { practiceId, draftId, path: 'v1/version.yaml' } }),
    )
    const named = 'reviewers: [{ name: Vera Named, role: Clinician, on: 2026-01-05 }]'
    const text = Buffer.from(head?.bytes ?? [])
      .toString()
      .replace('reviewers: []', named)
    await deeds.write(author, draftId, 'v1/version.yaml', text)
    await out(author, reviewer, draftId)
    return draftId
  }

  async function out(author: Actor, reviewer: Actor, draftId: string): Promise<void> {
    await deeds.move(author, draftId, 'sent-to-review')
    await deeds.move(reviewer, draftId, 'approved')
    const done = await deeds.publish(author, draftId, 'Read by two of us.')
    if (!done.ok) throw new Error(done.refusal)
  }

  /** An administrator who writes, of a practice of this name. */
  async function head(practice: string): Promise<Actor> {
    const practiceId = await addPractice(world, practice)
    return await addMember(world, {
      name: `Hal ${practice}`,
      practiceId,
      can: ['train', 'author', 'administer'],
    })
  }

  /** Two practices in a network, and one outside. */
  async function three() {
    const [alder, birch, cedar] = [await head('Alder'), await head('Birch'), await head('Cedar')]
    await found(alder)
    const joined = await join(birch, await code(alder))
    if (!joined.ok) throw new Error(joined.refusal)
    return { alder, birch, cedar }
  }

  /** How many rows of each kind the second wall shows to a practice. */
  const rows = (actor: Actor) =>
    deeds.within(actor, async (tx) => ({
      networks: await tx.network.count(),
      codes: await tx.networkCode.count(),
      practices: await tx.networkPractice.count(),
      offers: await tx.networkOffer.count(),
    }))

  return {
    three,
    rows,
    found,
    askForCode,
    code,
    join,
    leave,
    offer,
    withdraw,
    seen,
    archive,
    take,
    confirm,
    published,
    out,
  }
}
