import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '#lib/auth/hash-password'
import { inTransaction } from '#lib/data/database'
import { savePassword } from '#lib/data/person'
import type { Actor } from '#lib/domain/access/actor'
import type { Language } from '#lib/domain/language'
import { chooseLanguage } from '#lib/use-cases/account/choose-language'
import { signIn } from '#lib/use-cases/account/sign-in'
import { addMember, addPractice, as, noon, openWorld, type World } from '#tests/support/world'

let world: World
let person: Actor
const password = 'heron lantern gravel ninety'

beforeAll(async () => {
  world = await openWorld()
  const practiceId = await addPractice(world, 'Gateway Family Practice')
  person = await addMember(world, { name: 'Lucia Learner', practiceId })
  const hash = await hashPassword(password)
  await inTransaction(world.db, (tx) => savePassword(tx, person.personId, hash, noon))
})
afterAll(() => world.end())

const choose = (actor: Actor, language: Language) =>
  as(world, actor, (context) => chooseLanguage(context, { language }))

/** What signing in on a browser that knows nothing finds. */
async function chosen(): Promise<Language | null> {
  const emailAddress = person.emailAddress ?? ''
  const signedIn = await inTransaction(world.db, (tx) =>
    signIn({ tx, now: noon, settings: world.settings, language: 'en' }, { emailAddress, password }),
  )
  if (!signedIn.ok) throw new Error(signedIn.refusal)
  return signedIn.value.language
}

test('nobody has chosen a language until they did', async () => {
  expect(await chosen()).toBeNull()
})

test('a choice goes with the person to the next browser, and the last one counts', async () => {
  await choose(person, 'es')
  expect(await chosen()).toBe('es')
  await choose(person, 'en')
  expect(await chosen()).toBe('en')
})

test('a session that has yet to show its second factor changes nothing about the person', async () => {
  await choose({ ...person, secondFactor: 'due' }, 'es')
  expect(await chosen()).toBe('en')
})

test('of a person the application may change the language and nothing else', async () => {
  const data = { emailAddress: 'other@practice.example' }
  const where = { id: person.personId }
  await expect(inTransaction(world.db, (tx) => tx.person.update({ where, data }))).rejects.toThrow()
})
