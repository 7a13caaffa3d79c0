import { clusterIn, expect, test } from './journey.ts'

test('a figure opens to its formula, its clause, the rows behind it and those left out with the reason', async ({
  office: page,
  product,
}) => {
  await page.goto(`${product.address}/clusters/${clusterIn(page)}?year=2023`)
  await page
    .getByRole('link', { name: /^交流轮岗.*21\.51/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('交流轮岗')
  await expect(page.getByRole('region', { name: '数值' })).toContainText('21.51')
  await expect(page.getByText('四（二）').first()).toBeVisible()
  await expect(page.getByRole('link', { name: '计入 100', exact: true })).toBeVisible()

  await page.getByRole('link', { name: /^未计入 / }).click()
  const rows = page.getByRole('table', { name: '明细' })
  await expect(rows.getByRole('columnheader', { name: '未计入的原因' })).toBeVisible()
  const reasons = rows.locator('tbody tr').filter({ hasText: /撤销|不符合|已计/ })
  await expect(reasons.first()).toBeVisible()
})

test('the rows of a figure can be filtered by school, sorted, paged and taken out as a workbook', async ({
  office: page,
  product,
}) => {
  await page.goto(`${product.address}/units/${clusterIn(page)}/figures/teachers?year=2023`)
  const rows = page.getByRole('table', { name: '明细' })
  await expect(rows.locator('tbody tr')).toHaveCount(50)
  await page.getByRole('button', { name: /^再看/ }).click()
  await expect(rows.locator('tbody tr')).toHaveCount(100)

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出表格' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/)
})
