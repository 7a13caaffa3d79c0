import type { Page } from '@playwright/test'
import { clusterIn, expect, test } from './journey.ts'
import { look } from './look.ts'

const side = (page: Page) => page.getByRole('dialog')

/** Chooses in a list of the kit, by what stands in it; a long list is searched, as it draws only what is in sight. */
async function choose(page: Page, label: string, option: string, search = false): Promise<void> {
  await side(page).getByLabel(label).click()
  if (search) await side(page).getByLabel(label).fill(option)
  await page.locator('.ant-select-item-option').filter({ hasText: option }).first().click()
}

for (const width of [1440, 390])
  test(`at ${width}: the office lets a school go, sees what the figures lose first, and takes it back`, async ({
    office: page,
    product,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`${product.address}/clusters/${clusterIn(page)}/organization`)
    await expect(page.getByText('成员校 36 所')).toBeVisible()
    await page.getByRole('button', { name: /^变更颛桥第二小学/ }).click()
    await choose(page, '要做什么', '退出')
    await side(page).getByLabel('最后一天').fill('2023-12-31')
    await expect(side(page).getByText('2023学年的指标会少：')).toBeVisible()
    await expect(side(page).getByText(/教师 \d+ 人/)).toBeVisible()
    await side(page).getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('成员校 35 所')).toBeVisible()
    await expect(
      page
        .getByRole('list')
        .getByText(/离开颛桥镇学区/)
        .first(),
    ).toBeVisible()
    await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
    await expect(page.getByText('成员校 36 所')).toBeVisible()
  })

test('the office enters whose turn it is, and the list of schools says so', async ({ office: page, product }) => {
  const cluster = clusterIn(page)
  await page.goto(`${product.address}/clusters/${cluster}/organization`)
  await page.getByRole('button', { name: '登记轮值' }).click()
  await choose(page, '学段', '小学')
  await choose(page, '学校', '颛桥第一小学', true)
  await side(page).getByLabel('起日').fill('2023-09-01')
  await side(page).getByLabel('止日').fill('2024-08-31')
  await side(page).getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('table', { name: '轮值校' }).getByText('第一小学').first()).toBeVisible()
  await look(page, 'the organization')
  await page.goto(`${product.address}/clusters/${cluster}/schools?year=2023`)
  await expect(page.getByText('轮值校（小学轮值）')).toBeVisible()
})

test('a contact is entered, found, and goes out as a workbook', async ({ office: page, product }) => {
  await page.goto(`${product.address}/clusters/${clusterIn(page)}/contacts`)
  await page.getByRole('button', { name: '登记联系人' }).click()
  await side(page).getByLabel('姓名').fill('顾小燕')
  await side(page).getByLabel('电话').fill('138')
  await side(page).getByLabel('电话').blur()
  await expect(side(page).getByText(/请写手机或座机号码/)).toBeVisible()
  await side(page).getByLabel('电话').fill('13812345678')
  await side(page).getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('rowheader', { name: '顾小燕' })).toBeVisible()
  await page.getByRole('searchbox').fill('没有这个人')
  await expect(page.getByText('没有找到“没有这个人”')).toBeVisible()
  await page.getByRole('searchbox').fill('顾')
  await expect(page.getByRole('rowheader', { name: '顾小燕' })).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '导出 Excel' }).click()
  expect((await download).suggestedFilename()).toBe('颛桥镇学区联系人.xlsx')
  await look(page, 'the contacts')
})

test('a campus is placed by pasting, and stands in the list beside the map', async ({ office: page, product }) => {
  const cluster = clusterIn(page)
  await page.goto(`${product.address}/clusters/${cluster}/map`)
  await expect(page.getByRole('table', { name: '校区' }).getByRole('rowheader')).toHaveCount(45)
  await look(page, 'the map')
  await page.getByRole('table', { name: '校区' }).getByRole('link').first().click()
  await page.getByRole('button', { name: '新增校区' }).click()
  await side(page).getByLabel('校区名称').fill('东校区')
  await side(page).getByLabel('粘贴经纬度').fill('121.40，31.07')
  await expect(side(page).getByLabel('经度', { exact: true })).toHaveValue(/^121\.4/)
  await side(page).getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('121.4, 31.07')).toBeVisible()
  await look(page, 'a school')
})
