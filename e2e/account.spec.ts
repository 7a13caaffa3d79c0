import { expect, test } from './journey.ts'

test('whoever signs out is out', async ({ office: page, product }) => {
  await page.goto(`${product.address}/account`)
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page.getByRole('button', { name: '登录', exact: true })).toBeVisible()
  await page.goto(`${product.address}/account`)
  await expect(page).toHaveURL(/\/sign-in/)
})
