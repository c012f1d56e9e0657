import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const usualPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

/** Where Chromium is: `CHROMIUM_PATH` first, then the usual places, then Playwright's own download. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH']
  if (named) return named
  return [...(usualPlaces[process.platform] ?? []), chromium.executablePath()].find((place) =>
    existsSync(place),
  )
}

/** What to tell somebody whose machine has no browser. */
export const howToGetChromium =
  'No Chromium was found. Install it (Debian: apt-get install chromium; others: npx playwright install chromium) or set CHROMIUM_PATH to one.'

/** Quiet, and without requests of the browser's own. A sandbox is given up only for root, who cannot have one. */
export function chromiumArguments(): string[] {
  const asRoot = process.getuid?.() === 0
  return [
    ...(asRoot ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
  ]
}
