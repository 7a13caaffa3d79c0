import type { Page } from '@playwright/test'
import { clusterIn, expect, test } from './journey.ts'
import { look } from './look.ts'

const PHONE = { width: 390, height: 844 }

test('the office sees what is asked year by year, and what meets rules that differ', async ({ office: page }) => {
  await page.getByRole('link', { name: '目标', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('目标')
  const axis = page.getByRole('table', { name: '各年目标' })
  const rate = axis.getByRole('row', { name: /^交流轮岗比例/ })
  await expect(rate).toContainText('21.51')
  await expect(rate.getByRole('cell').nth(2)).toContainText('≥ 20')
  const rules = page.getByRole('region', { name: '交流轮岗比例', exact: true })
  await expect(rules).toContainText('2024学年：达到 ≥ 20 % 即同时满足 3 项。现有数值全部满足。')
  await expect(rules).toContainText('跨学段学区、集团每年教师交流轮岗人数应不低于符合交流条件教师总数的5%')
  await expect(rules).toContainText('至2024年，校际交流轮岗教师人数达到符合交流轮岗条件教师总数的10%')
  await look(page, 'targets')
})

async function setTarget(page: Page): Promise<void> {
  await page.getByRole('button', { name: '设定目标' }).click()
  const side = page.getByRole('dialog', { name: '设定目标' })
  await expect(side.getByLabel('指标', { exact: true })).toBeFocused()
  await page.keyboard.type('骨干教师占比')
  await page.keyboard.press('Enter')
  await side.getByLabel('哪一学年达到').click()
  await page.getByTitle('2025学年', { exact: true }).click()
  await side.getByLabel(/^达到多少/).fill('33')
  await side.getByLabel('为什么这样定').click()
  await expect(side.getByLabel('2024学年的目标')).toHaveValue('31.75')
  await side.getByLabel('为什么这样定').fill('新评的区骨干明年到岗')
  await side.getByLabel('依据（可不填）').fill('理事会第3次会议')
  await look(page, 'the form of a target')
  await side.getByRole('button', { name: /^保\s*存$/ }).click()
  await expect(page.getByRole('status').filter({ hasText: '已设定骨干教师占比的目标' })).toBeVisible()
}

test('the office sets a target of its own, sees it judged, changes it, ends it, and finds every version', async ({
  office: page,
  product,
}) => {
  const cluster = clusterIn(page)
  await page.goto(`${product.address}/clusters/${cluster}/targets`)
  await setTarget(page)
  const own = page.getByRole('table', { name: '自定目标' }).getByRole('row', { name: /^骨干教师占比/ })
  await expect(own).toContainText('2023学年 30.50 %')
  await expect(own).toContainText('≥ 33 %')

  await own.getByRole('button', { name: /^修改/ }).click()
  const side = page.getByRole('dialog', { name: '修改目标：骨干教师占比' })
  await side.getByLabel(/^达到多少/).fill('25')
  await side.getByLabel('为什么这样定').fill('扩招后总数会变大')
  await expect(side.getByText('这个目标低于基期的 30.50 %')).toBeVisible()
  await side.getByRole('button', { name: /^保\s*存$/ }).click()
  await expect(own).toContainText('≥ 25 %')
  await expect(page.getByText('本学区自定的目标低于已有的水平')).toBeVisible()

  await page.goto(`${product.address}/units/${cluster}/figures/backbone_share?year=2023`)
  await expect(page.getByRole('region', { name: '对照规定' })).toContainText('本学区自定 理事会第3次会议')

  await page.goto(`${product.address}/clusters/${cluster}/targets`)
  await own.getByRole('button', { name: /^终止/ }).click()
  const end = page.getByRole('dialog', { name: '终止目标：骨干教师占比' })
  await end.getByLabel('为什么终止').fill('并入新的三年计划')
  await end.getByRole('button', { name: /^终\s*止$/ }).click()
  await expect(page.getByText('还没有自定目标')).toBeVisible()
  await page.getByRole('button', { name: '骨干教师占比', exact: true }).click()
  const versions = page.getByRole('dialog', { name: '骨干教师占比：历次修改' }).getByRole('listitem')
  await expect(versions.filter({ hasText: '第 1 版' })).toContainText('≥ 33 %')
  await expect(versions.filter({ hasText: '第 2 版' })).toContainText('扩招后总数会变大')
  await expect(versions.filter({ hasText: '第 3 版，终止' })).toContainText('并入新的三年计划')
  await page.keyboard.press('Escape')
  await expect(page.getByText('本学区自定的目标低于已有的水平')).toHaveCount(0)
})

test('on a phone the office says why the sports grounds go 856 → 124 → 1,264, and it stands at the figure', async ({
  office: page,
  product,
}) => {
  const cluster = clusterIn(page)
  await page.setViewportSize(PHONE)
  await page.goto(`${product.address}/clusters/${cluster}`)
  await page.getByRole('link', { name: /处数据需要说明原因/ }).click()
  const asked = page.getByRole('listitem').filter({ hasText: '体育场馆 856 → 124 → 1,264' })
  await asked.getByRole('button', { name: /^说明原因/ }).click()
  await asked.getByLabel('请说明原因').fill('2022学年上半年场馆停用')
  await asked.getByRole('button', { name: /^保\s*存$/ }).click()
  await expect(asked).toContainText('2022学年上半年场馆停用')
  await page.goto(`${product.address}/units/${cluster}/figures/venue_sharing?year=2023`)
  await expect(page.getByRole('region', { name: '需要说明的数据' })).toContainText('2022学年上半年场馆停用')
  await look(page, 'a figure with a note')
})

test('what if: the office finds how many more 骨干 it takes, and what happens when some leave', async ({
  office: page,
  product,
}) => {
  await page.goto(`${product.address}/units/${clusterIn(page)}/figures/rotated_backbone_share?year=2023`)
  const panel = page.getByRole('region', { name: '算一算' })
  await expect(panel.getByRole('row', { name: /^≥ 45 %/ })).toContainText('1 人')
  await panel.getByLabel('设想的目标（%）').fill('50')
  await panel.getByLabel('设想的目标（%）').blur()
  await expect(panel.getByRole('row', { name: /^≥ 50 %/ })).toContainText(/6 人.*12 人/)
  for (let n = 0; n < 5; n++) await panel.getByRole('button', { name: '离开 1 人' }).click()
  await expect(panel.getByRole('status')).toContainText('41.05')
  await expect(panel.getByRole('row', { name: /^≥ 30 %/ }).first()).toContainText('达标')
  await panel.getByRole('slider', { name: '交流轮岗的骨干教师' }).fill('20')
  await expect(panel.getByRole('row', { name: /^≥ 30 %/ }).first()).toContainText('未达标')
  await look(page, 'what if')
})
