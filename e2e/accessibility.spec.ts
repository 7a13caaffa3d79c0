import { clusterIn, expect, test } from './journey.ts'
import { look } from './look.ts'

test('the sign-in page has nothing that axe finds', async ({ page, product }) => {
  await page.goto(product.address)
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
  await look(page, '/sign-in')
})

const pages: readonly [name: string, path: (cluster: string) => string][] = [
  ['the cockpit', (cluster) => `/clusters/${cluster}`],
  ['a share', (cluster) => `/units/${cluster}/figures/rotation_rate?year=2023`],
  ['rows left out', (cluster) => `/units/${cluster}/figures/rotated?year=2023&counted=no`],
  ['a figure with parts', (cluster) => `/units/${cluster}/figures/venue_sharing?year=2023`],
  ['a figure without data', (cluster) => `/units/${cluster}/figures/excellent_share?year=2023`],
  ['the schools', (cluster) => `/clusters/${cluster}/schools`],
  ['the teachers', (cluster) => `/clusters/${cluster}/teachers`],
  ['the import page', (cluster) => `/clusters/${cluster}/import`],
  ['what changed lately', (cluster) => `/clusters/${cluster}/changes`],
  ['the account', () => '/account'],
  ['a place that is not there', () => '/nowhere'],
]

for (const [name, path] of pages)
  test(`${name}: axe finds nothing, on an office screen and on a phone`, async ({ office: page, product }) => {
    await page.goto(product.address + path(clusterIn(page)))
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    await page.waitForLoadState('networkidle')
    await look(page, name)
  })

test('a school and a teacher: axe finds nothing', async ({ office: page, product }) => {
  const cluster = clusterIn(page)
  for (const list of ['schools', 'teachers']) {
    await page.goto(`${product.address}/clusters/${cluster}/${list}`)
    await page.getByRole('table').getByRole('rowheader').first().getByRole('link').click()
    await expect(page).not.toHaveURL(/clusters/)
    await expect(page.getByRole('table', { name: '逐年情况' })).toBeVisible()
    await look(page, list)
  }
})

test('on a phone the rows of a table that does not fit are blocks, all of it in sight, and a table still', async ({
  office: page,
  product,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${product.address}/clusters/${clusterIn(page)}/schools?year=2023`)
  const table = page.getByRole('table', { name: '成员学校' })
  const row = table.getByRole('row', { name: /^颛桥第一小学/ })
  await expect(table.getByRole('columnheader', { name: '在校生' })).toBeAttached()
  await expect(row.getByRole('cell').filter({ hasText: '在校生' })).toBeInViewport()
  await expect(page.getByRole('region', { name: /可左右滚动/ })).toHaveCount(0)
  for (const cell of await row.getByRole('cell').all()) {
    const { x, width } = (await cell.boundingBox())!
    expect(x + width).toBeLessThanOrEqual(390)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect(table.locator('[role]')).toHaveCount(0)
})
