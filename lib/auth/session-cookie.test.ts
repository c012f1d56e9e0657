import { encode } from 'next-auth/jwt'
import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  clearedSessionCookieHeader,
  decodeSessionToken,
  encodeSessionToken,
  newSessionId,
  sessionCookieHeader,
  sessionCookieName,
  sessionTokenIn,
} from '#lib/auth/session-cookie'

const authSecret = 'a secret of the tests, thirty-two and more'
const https = 'https://beacon.example'
const loopback = 'http://127.0.0.1:3000'

describe('the token', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  test('gives back the session it was made for, and shows it to no one', async () => {
    const sessionId = newSessionId()
    const token = await encodeSessionToken(sessionId, authSecret, 3600)
    expect(await decodeSessionToken(token, authSecret)).toBe(sessionId)
    const readable = token.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'))
    expect(readable.join()).not.toContain(sessionId)
  })

  test('is nothing when missing, changed, expired or of another secret', async () => {
    const token = await encodeSessionToken(newSessionId(), authSecret, 3600)
    const expired = await encodeSessionToken(newSessionId(), authSecret, -60)
    const changed = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`
    for (const bad of [undefined, '', 'abc', changed, expired, `${token}.x`]) {
      expect(await decodeSessionToken(bad, authSecret)).toBeUndefined()
    }
    expect(await decodeSessionToken(token, `${authSecret}!`)).toBeUndefined()
  })

  test('is over at its time also where it was read before, and known under its own secret only', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const sessionId = newSessionId()
    const token = await encodeSessionToken(sessionId, authSecret, 3600)
    expect(await decodeSessionToken(token, authSecret)).toBe(sessionId)
    expect(await decodeSessionToken(token, `${authSecret}!`)).toBeUndefined()
    vi.setSystemTime(Date.now() + 3590_000)
    expect(await decodeSessionToken(token, authSecret)).toBe(sessionId)
    // The library grants clocks a quarter of a minute.
    vi.setSystemTime(Date.now() + 30_000)
    expect(await decodeSessionToken(token, authSecret)).toBeUndefined()
  })

  test('that was made for something else, or names no session, is nothing', async () => {
    const pkce = await encode({ token: { sid: newSessionId() }, secret: authSecret, salt: 'pkce' })
    const nameless = await encode({ token: { sub: 'nadia' }, secret: authSecret })
    const odd = await encode({ token: { sid: 7 }, secret: authSecret })
    for (const token of [pkce, nameless, odd])
      expect(await decodeSessionToken(token, authSecret)).toBeUndefined()
  })

  test('a short secret is a fault, not a session that fails', async () => {
    await expect(decodeSessionToken('abc', 'short')).rejects.toThrow('AUTH_SECRET')
    await expect(encodeSessionToken(newSessionId(), 'short', 60)).rejects.toThrow('AUTH_SECRET')
  })
})

describe('the header', () => {
  test('over https ties the cookie to the host', () => {
    expect(sessionCookieHeader({ token: 'a.b.c', origin: https, maxAgeSeconds: 3600 })).toBe(
      '__Host-beacon-session=a.b.c; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure',
    )
  })

  test('on plain loopback has neither prefix nor Secure, which browsers would refuse', () => {
    expect(sessionCookieHeader({ token: 'a.b.c', origin: loopback, maxAgeSeconds: 3600 })).toBe(
      'beacon-session=a.b.c; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax',
    )
  })

  test('that signs out empties the same cookie at once', () => {
    expect(clearedSessionCookieHeader(https)).toBe(
      '__Host-beacon-session=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure',
    )
  })

  test('never carries a value that could start another attribute or header', () => {
    for (const token of ['a; Domain=evil.example', 'a\r\nX: y', 'a,b']) {
      expect(() => sessionCookieHeader({ token, origin: https, maxAgeSeconds: 60 })).toThrow()
    }
  })
})

describe('reading a request', () => {
  test('finds the cookie among others', () => {
    expect(sessionTokenIn('a=1; __Host-beacon-session=x.y; b=2', https)).toBe('x.y')
    expect(sessionTokenIn('beacon-session=x.y', loopback)).toBe('x.y')
  })

  test('over https a cookie without the prefix, which a neighbour host could set, is not taken', () => {
    expect(sessionTokenIn('beacon-session=x.y', https)).toBeUndefined()
    expect(sessionTokenIn('x__Host-beacon-session=x.y', https)).toBeUndefined()
  })

  test('finds nothing in nothing', () => {
    for (const header of [null, undefined, '', ';;', `${sessionCookieName(https)}=`]) {
      expect(sessionTokenIn(header, https)).toBeUndefined()
    }
  })
})
