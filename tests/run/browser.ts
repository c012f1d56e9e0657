import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium, howToGetChromium } from '#tests/support/browser'

/** Finds a browser; on Debian, as root, installs one. Says what to do where it cannot. */
export function ensureBrowser(): boolean {
  if (findChromium() === undefined && isRootOnDebian()) installOnDebian()
  const found = findChromium()
  console.log(found === undefined ? howToGetChromium : `Browser: ${found}`)
  return found !== undefined
}

function isRootOnDebian(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version')
}

function installOnDebian(): void {
  console.log('No Chromium was found; installing the one of Debian')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
