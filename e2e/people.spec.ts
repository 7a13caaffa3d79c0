import { pinyin } from 'pinyin-pro'
import { clusterIn, expect, test } from './journey.ts'

test('a teacher is found by pinyin and opens to the years', async ({ office: page, product }) => {
  await page.goto(`${product.address}/clusters/${clusterIn(page)}/teachers?year=2023`)
  const names = page.getByRole('table').getByRole('rowheader')
  const name = (await names.first().textContent())!
  const spelt = pinyin(name, { toneType: 'none', type: 'array', surname: 'head' }).join('')
  await page.keyboard.press('/')
  await page.keyboard.type(spelt)
  await expect(page).toHaveURL(/[?&]q=/)
  await expect(names.filter({ hasText: name }).first()).toBeVisible()
  await names.filter({ hasText: name }).first().getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
})

test('the member schools are listed, and a school opens to its teachers', async ({ office: page, product }) => {
  await page.goto(`${product.address}/clusters/${clusterIn(page)}/schools?year=2023`)
  const schools = page.getByRole('table').locator('tbody').getByRole('rowheader')
  await expect(schools).toHaveCount(36)
  const name = (await schools.first().textContent())!
  await schools.first().getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
})
