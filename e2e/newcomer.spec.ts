import { test as base } from '@playwright/test'
import { changedLedger } from './changed-ledger.ts'
import { enterCluster, expect, signIn } from './journey.ts'
import { startProduct } from './product.ts'

const MINUTE = 60_000

base(
  'a newcomer starts the product, signs in, brings a ledger in, opens a figure and gets down to the teacher',
  async ({ page }) => {
    base.setTimeout(6 * MINUTE)
    const ledger = await changedLedger()
    const product = await startProduct()
    try {
      await page.goto(product.address)
      await signIn(page, 'office', product.passwords['office']!)
      await enterCluster(page)
      await expect(page.getByText('示例', { exact: true }).first()).toBeVisible()
      await expect(page.getByText('您还在使用初始密码')).toBeVisible()

      await page.getByRole('navigation', { name: '学区菜单' }).getByRole('button', { name: '台账' }).click()
      await page.getByRole('link', { name: '导入台账' }).click()
      await page.locator('input[type=file]').setInputFiles(ledger.path)
      await expect(page.getByText('核对好了，还没有写入')).toBeVisible({ timeout: 3 * MINUTE })
      await expect(page.getByText(/新增 1 行，变更 1 行，不变 [\d,]+ 行，退回 1 行/)).toBeVisible()
      const fault = page.getByRole('row', { name: ledger.faulty.cell })
      await expect(fault).toContainText(ledger.faulty.school)
      const change = page.getByRole('row', { name: ledger.promoted.name })
      await expect(change.locator('del')).toHaveText(ledger.promoted.from)
      await expect(change.locator('ins')).toHaveText(ledger.promoted.to)

      await page.getByRole('button', { name: /^确认导入/ }).click()
      await expect(page.getByText('已导入', { exact: true }).first()).toBeVisible({ timeout: 3 * MINUTE })
      await page.getByRole('link', { name: '看2023学年的指标' }).click()
      await page
        .locator('a[href*="/figures/teachers?"][href*="year=2023"]')
        .filter({ hasText: '1,309' })
        .first()
        .click()

      await expect(page.getByRole('region', { name: '数值' })).toContainText('1,309')
      await page.getByRole('combobox', { name: '学校' }).selectOption({ label: ledger.newcomer.school })
      await page.getByRole('table', { name: '明细' }).getByRole('link', { name: ledger.newcomer.name }).click()
      await expect(page.getByRole('heading', { level: 1, name: ledger.newcomer.name })).toBeVisible()
      await expect(page.getByText(ledger.newcomer.staffNo)).toBeVisible()
    } finally {
      await product.stop()
    }
  },
)
