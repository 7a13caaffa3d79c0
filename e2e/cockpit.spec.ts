import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { clusterIn, expect, test } from './journey.ts'

type Value = number | null | Record<string, number>
const expected = JSON.parse(
  readFileSync(join(import.meta.dirname, '../test/cases/zhuanqiao-expected.json'), 'utf8'),
) as { years: Record<string, Record<string, Value>> }

/** What the cockpit shows for a figure (or a part of it) in a year: its digits, or undefined where no link stands. */
async function shown(page: Page, code: string, year: string, part?: string): Promise<string | undefined> {
  const inYear = page.locator(`a[href*="/figures/${code}?"][href*="year=${year}"]`)
  const links = await inYear.evaluateAll((all) =>
    all.map((a) => ({ href: a.getAttribute('href')!, text: a.textContent })),
  )
  const own = links.filter(({ href }) => new URL(href, page.url()).searchParams.get('part') === (part ?? null))
  const digits = own.flatMap(({ text }) => /-?[\d,]+(\.\d+)?/.exec(text)?.[0].replaceAll(',', '') ?? [])
  const values = [...new Set(digits)]
  expect(values.length, `${code} ${part ?? ''} ${year} says one thing`).toBeLessThanOrEqual(1)
  return values[0]
}

for (const [year, figures] of Object.entries(expected.years))
  test(`the cockpit of ${year} shows every figure of the ledgers to the digit`, async ({ office: page, product }) => {
    await page.goto(`${product.address}/clusters/${clusterIn(page)}?year=${year}`)
    await expect(page.getByRole('heading', { name: '六张表' })).toBeVisible()
    const { faults: _, ...rest } = figures
    for (const [code, value] of Object.entries(rest)) {
      if (value === null) expect(await shown(page, code, year), code).toBeUndefined()
      else if (typeof value === 'number') expect(Number(await shown(page, code, year)), code).toBe(value)
      else
        for (const [part, count] of Object.entries(value))
          expect(Number(await shown(page, code, year, part)), `${code} ${part}`).toBe(count)
    }
  })
