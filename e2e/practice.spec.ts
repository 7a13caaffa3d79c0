import type { Browser, Page } from '@playwright/test'
import { clusterIn, expect, test } from './journey.ts'
import { look } from './look.ts'
import { call, phoneAt } from './on-phone.ts'

const side = (page: Page) => page.getByRole('dialog')
const rows = (page: Page) => page.getByRole('table', { name: '场馆与基地' }).getByRole('row')

test('all venues and bases stand on a map and in a list, the nearest first', async ({ office: page }) => {
  await page.getByRole('button', { name: '场馆与基地' }).click()
  await page.getByRole('link', { name: '场馆与基地地图' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^场馆与基地地图/ })).toBeVisible()
  await page.getByRole('combobox', { name: '从哪里算距离' }).fill('第三中学')
  await page.getByRole('combobox', { name: '从哪里算距离' }).press('Enter')
  await expect(rows(page).nth(1)).toContainText('0 米')
  await look(page, 'the map of places')

  await page.getByRole('checkbox', { name: /^企业（/ }).check()
  await expect(rows(page).nth(1)).toContainText('企业')
  await expect(page).toHaveURL(/kinds=/)
  await page.getByRole('button', { name: '清除条件' }).click()

  await page.getByRole('combobox', { name: '从哪里算距离' }).fill('没有这所学校')
  await page.getByRole('combobox', { name: '从哪里算距离' }).press('Enter')
  await expect(page.getByRole('alert')).toContainText('没有“没有这所学校”这所学校')
})

async function keep(page: Page, preface: string, isPublic = false): Promise<void> {
  await page.getByRole('button', { name: '修改书名、前言' }).click()
  await side(page).getByLabel('前言（可不填）').fill(preface)
  if (isPublic) await side(page).getByRole('switch').click()
  await side(page).getByRole('button', { name: '保存', exact: true }).click()
}

async function issue(page: Page, number: number): Promise<void> {
  await page.getByRole('button', { name: `定稿第 ${number} 版` }).click()
  await side(page)
    .getByRole('button', { name: `定稿第 ${number} 版`, exact: true })
    .click()
  await expect(page.getByRole('status').getByText(`已定稿第 ${number} 版`)).toBeVisible()
}

/** On a phone, without an account. */
async function visit(browser: Browser, address: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const phone = await context.newPage()
  await phone.goto(address)
  await expect(phone.getByRole('heading', { level: 1 })).toContainText('社会实践和职业体验指南')
  await expect(phone.getByText('先看安全提示')).toBeVisible()
  await look(phone, 'the public guide')
  await context.close()
}

test('the office issues the guide, sees what changed, and lets everybody read it', async ({
  office: page,
  browser,
}) => {
  await page.goto(`${new URL(page.url()).origin}/clusters/${clusterIn(page)}/guide`)
  const title = '颛桥镇中小幼学生社会实践和职业体验指南'
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)

  await keep(page, '', true)
  await expect(side(page)).toContainText('还没有定稿，公开的网页没有内容')
  await side(page).getByRole('button', { name: '取消', exact: true }).click()

  await issue(page, 1)
  await keep(page, '出发前请先看安全提示。')
  await expect(page.getByText('补充了前言：出发前请先看安全提示。')).toBeVisible()
  await issue(page, 2)
  await page.getByRole('combobox', { name: '从' }).selectOption('第 1 版')
  await page.getByRole('combobox', { name: '到' }).selectOption('第 2 版')
  await expect(page.getByRole('heading', { name: '从第 1 版到第 2 版' })).toBeVisible()
  await look(page, 'the guide')

  await keep(page, '出发前请先看安全提示。', true)
  const address = page.getByRole('link', { name: /\/guide\// })
  await visit(browser, (await address.getAttribute('href'))!)

  await page.getByRole('link', { name: '第 1 版', exact: true }).click()
  await expect(page.getByText(/第 1 版，.*定稿/)).toBeVisible()
  await expect(page.getByText('出发前请先看安全提示。', { exact: true })).toBeHidden()
  const file = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载 PDF' }).click()
  expect((await file).suggestedFilename()).toBe(`${title}-第1版.pdf`)
})

test('a class walks a route by phone, and everybody can check its certificate', async ({
  office: page,
  browser,
  product,
}) => {
  const unit = clusterIn(page)
  const stop = (name: string) => ({ name, longitude: 121.4, latitude: 31.07, task: `看${name}` })
  const route = { name: '行走两座桥', isPublished: true, stops: [stop('一号桥'), stop('二号桥')] }
  await call(page, product.address, `/api/units/${unit}/study-routes`, route)

  const phone = await phoneAt(browser, product.address)
  await phone.context().addCookies(await page.context().cookies())
  await phone.goto('/m/walks')
  await phone.getByLabel('路线').selectOption('行走两座桥')
  await phone.getByLabel('班级').fill('四（1）班')
  await phone.getByLabel('人数').fill('38')
  await look(phone, 'setting out with a class')
  await phone.getByRole('button', { name: '出发' }).click()
  await expect(phone.getByRole('heading', { name: '行走两座桥' })).toBeVisible()
  for (const n of [1, 2]) {
    await phone.getByRole('button', { name: '定位签到' }).first().click()
    await expect(phone.getByText(/已签到（定位）/)).toHaveCount(n)
  }
  await expect(phone.getByText('✓ 走完全部 2 站')).toBeVisible()
  await look(phone, 'a walk that is done')

  await page.goto(`${product.address}/clusters/${unit}/study-routes`)
  const walked = page.getByRole('table', { name: '走过的班级' }).getByRole('row').filter({ hasText: '行走两座桥' })
  await expect(walked).toContainText('四（1）班')
  await look(page, 'the routes and who walked them')
  const paper = await walked.getByRole('link', { name: /的完成证明 研学证/ }).getAttribute('href')
  const file = await page.request.get(product.address + paper!)
  expect((await file.body()).subarray(0, 4).toString()).toBe('%PDF')

  const shown = page.waitForEvent('popup')
  await page.getByRole('link', { name: '打开一号桥的签到码' }).click()
  await expect((await shown).getByRole('heading', { name: '一号桥签到' })).toBeVisible()
  await phone.context().close()
})
