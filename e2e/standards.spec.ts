import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { invitedTeacher } from './course-teacher.ts'
import { clusterIn, expect, test } from './journey.ts'
import { look } from './look.ts'

/** A teacher whom the office invites, with a course just begun: on its page. */
async function atCourse(office: Page, browser: Browser): Promise<Page> {
  const page = await invitedTeacher(office, browser, 'bao')
  const { origin } = new URL(page.url())
  const about = { name: '纸船', stages: ['小学'], theme: '科技', audience: '学区', licence: '署名' }
  const made = await page.request.post('/api/courses', { headers: { origin }, data: about })
  expect(made.status(), await made.text()).toBe(200)
  await page.goto(`/courses/${((await made.json()) as { id: string }).id}`)
  return page
}

/** What comes when a link is clicked: its name, and its bytes. */
async function downloaded(page: Page, link: string): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: link }).click()
  const download = await coming
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

test('a person has one calendar, and an address for it that a calendar program reads', async ({
  office: page,
  product,
}) => {
  await page.goto(product.address)
  await page.getByRole('link', { name: '我的日历' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '我的日历' })).toBeVisible()
  await look(page, 'the own calendar')
  await page.getByRole('button', { name: '生成地址' }).click()
  const address = await page.getByLabel('日历地址').inputValue()
  const read = await page.request.get(address)
  expect(await read.text()).toContain('BEGIN:VCALENDAR')
  await expect(page.getByRole('listitem').filter({ hasText: '我的日历' })).toBeVisible()
  await page.getByRole('button', { name: '停用' }).click()
  await expect(page.getByText('还没有订阅过日历')).toBeVisible()
  expect((await page.request.get(address)).status()).toBe(404)
})

test('the office hands a roster to another platform', async ({ office: page, product }) => {
  await page.goto(`${product.address}/clusters/${clusterIn(page)}/import`)
  await expect(page.getByRole('heading', { name: '交给别的系统' })).toBeVisible()
  const { name, bytes } = await downloaded(page, '导出 OneRoster 名册')
  expect(name).toMatch(/^颛桥镇学区\d{4}学年OneRoster\.zip$/)
  expect(bytes.includes('manifest.csv')).toBe(true)
})

test('a roster is read as a ledger is, and our own changes nothing', async ({ office: page, product }) => {
  const unit = clusterIn(page)
  await page.goto(`${product.address}/clusters/${unit}/import`)
  const roster = await page.request.get(`${product.address}/api/units/${unit}/oneroster.zip?year=2023`)
  const file = { name: 'oneroster.zip', mimeType: 'application/zip', buffer: await roster.body() }
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page.getByText('这份台账与已有数据完全一致，不用再导入。')).toBeVisible({ timeout: 60_000 })
  await look(page, 'a roster that changes nothing')
})

test('a course goes out as a package, and the page says which is for whom', async ({ office, browser }) => {
  const page = await atCourse(office, browser)
  await page.getByRole('button', { name: '导出课程包' }).click()
  await expect(page.getByText('课程还没有发布，导出的是现在写好的内容。')).toBeVisible()
  await look(page, 'the package of a course')
  for (const version of ['1.3', '1.1']) {
    const { name, bytes } = await downloaded(page, `下载课程包（Common Cartridge ${version}）`)
    expect(name).toBe('纸船.imscc')
    expect(bytes.includes('imsmanifest.xml')).toBe(true)
  }
  await page.context().close()
})
