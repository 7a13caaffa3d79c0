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
