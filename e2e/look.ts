import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const widths = [1440, 390]

/** Looks at a page on an office screen and on a phone: axe finds nothing, and nothing stands out to the side. */
export async function look(page: Page, where: string): Promise<void> {
  const before = page.viewportSize()!
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    await atRest(page)
    const { violations } = await new AxeBuilder({ page }).analyze()
    const told = violations.map(
      ({ id, nodes }) => `${where} at ${width}: ${id} on ${nodes.map(({ html }) => html).join(', ')}`,
    )
    expect(told).toEqual([])
    const tooWide = await page.locator('html').evaluate((html) => html.scrollWidth > html.clientWidth)
    expect(tooWide, `${where} at ${width} scrolls sideways`).toBe(false)
  }
  await page.setViewportSize(before)
}

/** The page is there, no button at work, no pointer on one, no colour on its way to another: what axe measures is what a reader sees. */
async function atRest(page: Page): Promise<void> {
  await page.mouse.move(0, 0)
  await expect(page.locator('h1').first()).toBeVisible()
  await expect(page.locator('.ant-btn-loading')).toHaveCount(0)
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
    const ends = (animation: Animation) => animation.effect?.getComputedTiming().endTime !== Infinity
    await Promise.allSettled(
      document
        .getAnimations()
        .filter(ends)
        .map((animation) => animation.finished),
    )
  })
}
