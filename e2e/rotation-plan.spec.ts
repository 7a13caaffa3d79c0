import type { Page } from '@playwright/test'
import { clusterIn, expect, test } from './journey.ts'
import { look } from './look.ts'

const YEAR = 2021

async function sent(page: Page, method: 'post' | 'patch', path: string, data: object) {
  const { origin } = new URL(page.url())
  const reply = await page.request[method](origin + path, { headers: { origin }, data })
  expect(reply.status(), `${path}: ${await reply.text()}`).toBe(200)
  return (await reply.json()) as { id: string }
}

/** To the element by Tab alone, as somebody without a mouse would. */
async function reach(page: Page, name: RegExp | string): Promise<void> {
  const wanted = page.getByRole('button', { name }).first()
  await wanted.scrollIntoViewIfNeeded()
  await wanted.focus()
  await expect(wanted).toBeFocused()
}

test('an office has a year planned, asks why, changes it by keyboard alone and keeps what came of it', async ({
  office: page,
  product,
}) => {
  test.setTimeout(240_000)
  const cluster = clusterIn(page)
  await sent(page, 'post', `/api/units/${cluster}/eligible/freeze`, { year: YEAR })
  const days = { wishesDue: '2099-05-20', needsDue: '2099-05-31' }
  const season = await sent(page, 'post', `/api/units/${cluster}/rotation-season`, { ...days, schoolYear: YEAR })

  await page.goto(`${product.address}/clusters/${cluster}/rotation-season?year=${YEAR}&tab=plans`)
  await expect(page.getByText('还没有方案')).toBeVisible()
  const settings = `${product.address}/api/rotation-seasons/${season.id}/settings`
  const { rules, weights, keptPercent } = (await (await page.request.get(settings)).json()) as Record<string, object>
  await sent(page, 'patch', `/api/rotation-seasons/${season.id}/settings`, { rules: { ...rules, slack: 0, schoolSlack: 0, teams: 50 }, weights, keptPercent }) // prettier-ignore
  await page.getByRole('button', { name: '编排方案' }).click()
  await expect(page.getByRole('heading', { name: '现有要求互相矛盾，排不出方案' })).toBeVisible({ timeout: 120_000 })
  await look(page, 'rules that contradict each other')

  await sent(page, 'patch', `/api/rotation-seasons/${season.id}/settings`, { rules: { ...rules, teams: 0, slack: 2 }, weights, keptPercent }) // prettier-ignore
  await page.getByRole('button', { name: '编排方案' }).click()
  await expect(page.getByRole('link', { name: '方案 1', exact: true })).toBeVisible({ timeout: 120_000 })
  await look(page, 'plans of a season')

  await page.getByRole('link', { name: '方案 1', exact: true }).click()
  await expect(page.getByText('已证明最优')).toBeVisible()
  await expect(page.getByText('逐条核对，没有不合规则的地方。')).toBeVisible()
  await look(page, 'a plan as a board')

  const chip = page.locator('.chip').first()
  await chip.focus()
  await page.keyboard.press('Enter')
  const side = page.getByRole('dialog')
  await expect(side).toBeVisible()
  await side.getByRole('button', { name: '为什么这样安排' }).focus()
  await page.keyboard.press('Enter')
  await expect(side.getByText(/总评分/)).toBeVisible({ timeout: 60_000 })
  await look(page, 'why a teacher goes there')
  await side.getByLabel('去向').focus()
  await page.keyboard.press('Home')
  await expect(side.getByLabel('去向')).toHaveValue('0')
  await side.getByRole('button', { name: '改为这样' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('改动 1 处，还没有保存')).toBeVisible()
  await expect(page.getByRole('columnheader', { name: '改动后' })).toBeVisible()
  await reach(page, '撤回一步')
  await page.keyboard.press('Enter')
  await expect(page.getByText('改动 1 处，还没有保存')).toBeHidden()
  await reach(page, '重做')
  await page.keyboard.press('Enter')
  await page.getByLabel('说明').focus()
  await page.keyboard.type('听取学校意见后调整')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: `${YEAR}学年轮岗方案 2` })).toBeVisible()
  for (const view of ['people', 'flow']) {
    await page.goto(`${page.url().split('?')[0]}?view=${view}`)
    await expect(page.getByRole('heading', { level: 1, name: `${YEAR}学年轮岗方案 2` })).toBeVisible()
    await look(page, `the plan, seen as ${view}`)
  }
})
