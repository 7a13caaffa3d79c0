import { test as base, expect, type Page } from '@playwright/test'
import { startProduct, type Product } from './product.ts'

export { expect }

/** Journeys share one product with the sample cluster; `office` is a page on which its office has signed in. */
export const test = base.extend<{ office: Page }, { product: Product }>({
  product: [
    async ({}, use) => {
      const product = await startProduct()
      await use(product)
      await product.stop()
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  office: async ({ page, product }, use) => {
    await page.goto(product.address)
    await signIn(page, 'office', product.passwords['office']!)
    await enterCluster(page)
    await use(page)
  },
})

/** Fills in the sign-in page and sends it. */
export async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.getByLabel('账号').fill(login)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}

/** The number of the sample cluster, from the address of its cockpit. */
export const clusterIn = (page: Page): string => /\/clusters\/(\d+)/.exec(page.url())![1]!

/** From the day's page, where everyone lands, to the cockpit of the sample cluster. */
export async function enterCluster(page: Page): Promise<void> {
  await page.getByRole('link', { name: '进入颛桥镇学区' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '颛桥镇学区' })).toBeVisible()
}
