import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const widths = [1440, 390]

/** Looks at a page on an office screen and on a phone: axe finds nothing, and nothing stands out to the side. */
export async function look(page: Page, where: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    const { violations } = await new AxeBuilder({ page }).analyze()
    const told = violations.map(
      ({ id, nodes }) => `${where} at ${width}: ${id} on ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    )
    expect(told).toEqual([])
    const tooWide = await page.locator('html').evaluate((html) => html.scrollWidth > html.clientWidth)
    expect(tooWide, `${where} at ${width} scrolls sideways`).toBe(false)
  }
}
