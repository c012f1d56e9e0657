import { describe, expect, test } from 'vitest'
import { urlProblem } from '#lib/content/lesson/url-rule'

describe('addresses that a link may have', () => {
  test.each([
    'https://example.org',
    'https://dps.mo.gov/human-trafficking/?a=b#c',
    'https://Example.org?a=b',
    'mailto:help@example.org',
    'tel:+15735550100',
    '#what-to-do',
    '/',
    '/help',
    '/training/lessons?from=mail#top',
  ])('%s', (url) => {
    expect(urlProblem(url)).toBeUndefined()
  })
})

describe('addresses that a link may not have', () => {
  test.each([
    'http://example.org',
    'HTTPS://example.org',
    'https:example.org',
    'https://',
    'https://user:word@example.org',
    'https://localhost',
    'https:///example.org',
    'https://:@example.org',
    'https://127.0.0.1/a',
    'https://0x7f.1',
    'https://2130706433',
    'https://example.org:8443/a',
    'https://ex%61mple.org',
    'https://ex\u0430mple.org',
    'https://xn--exmple-4nf.org',
    'https://example.org.',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    ' javascript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:https://example.org/1',
    'file:///etc/passwd',
    'ftp://example.org',
    '//example.org',
    '///example.org',
    '/\\example.org',
    '\\\\example.org',
    '/%5c/example.org/..//example.org',
    '/\t/example.org',
    '/../admin',
    '/a//b',
    'help',
    './help',
    '?next=/help',
    '',
    '#',
    'mailto:a@b.org?bcc=c@d.org',
    'tel:javascript',
    'https://exa\u202Emple.org',
  ])('%j', (url) => {
    expect(urlProblem(url)).toBeDefined()
  })
})
