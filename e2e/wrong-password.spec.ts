import { expect, signIn, test } from './journey.ts'

// It locks the administrator out for a while: the last of the journeys, which share one product.
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
