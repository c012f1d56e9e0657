import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** WCAG 2.2 AA with target size, at the width of an old phone and of a desk, light and dark. */
export async function faultsOf(page: Page, address: string): Promise<string[]> {
  const faults: string[] = []
  for (const [width, colorScheme] of [
    [360, 'light'],
    [1280, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    await page.goto(address)
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .options({ rules: { 'target-size': { enabled: true } } })
      .analyze()
    const at = `${address} at ${width}`
    faults.push(
      ...violations.map(({ id, nodes }) => `${at}: ${id} ${nodes.map((node) => node.target).join(', ')}`),
    )
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    if (sideways) faults.push(`${at} scrolls sideways`)
  }
  return faults
}
