// plant: suspicious/noPlaywrightWaitForTimeout
import { expect, test } from '@playwright/test'

test('a page is shown', async ({ page }) => {
  await page.waitForTimeout(1000)
  await expect(page).toHaveTitle('Training')
})
