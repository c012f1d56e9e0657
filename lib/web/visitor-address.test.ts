import { expect, test } from 'vitest'
import { visitorAddress } from '#lib/web/visitor-address'

test('the other end of the connection is who called, whatever the caller writes down', () => {
  expect(visitorAddress('203.0.113.7', undefined)).toBe('203.0.113.7')
  expect(visitorAddress('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7')
  expect(visitorAddress(undefined, undefined)).toBe('')
})

test('a proxy on this machine is believed, and only in what it wrote itself', () => {
  for (const proxy of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
    expect(visitorAddress(proxy, 'made up, 198.51.100.1')).toBe('198.51.100.1')
    expect(visitorAddress(proxy, 'made up')).toBe(proxy === '::1' ? '0:0:0:0' : proxy)
  }
})

test('addresses of one IPv6 network are one caller', () => {
  expect(visitorAddress('2001:db8:1:2:3:4:5:6', undefined)).toBe('2001:db8:1:2')
  expect(visitorAddress('2001:db8:1:2::9', undefined)).toBe('2001:db8:1:2')
  expect(visitorAddress('2001:db8::9', undefined)).toBe('2001:db8:0:0')
})
