import { expect, signIn, test } from './journey.ts'

test('whoever signs out is out', async ({ office: page, product }) => {
  await page.goto(`${product.address}/account`)
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
  await page.goto(`${product.address}/account`)
  await expect(page).toHaveURL(/\/sign-in/)
})

test('five wrong passwords lock an account, and the right one does not open it', async ({ page, product }) => {
  await page.goto(product.address)
  for (let i = 0; i < 5; i++) {
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await signIn(page, 'admin', `wrong password ${i}`)
    await answered
  }
  await signIn(page, 'admin', product.passwords['admin']!)
  await expect(page.getByRole('alert')).toContainText('暂时锁住')
  await expect(page).toHaveURL(/\/sign-in/)
})
