import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { clusterIn, expect, test } from './journey.ts'
import { look } from './look.ts'

async function openFormation(page: Page): Promise<void> {
  await page.getByRole('link', { name: '雁阵图' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: '雁阵图' })).toBeVisible()
  // What other journeys did today made a later year; the sample's teachers moved in this one.
  await page.getByRole('combobox', { name: '学年' }).selectOption('2023')
}

/** What a school gives and takes, as it is read out. */
async function exchangeOf(school: Locator): Promise<[number, number]> {
  const [, gives, takes] = /给 (\d+) 得 (\d+)/.exec((await school.getAttribute('aria-label'))!)!
  return [Number(gives), Number(takes)]
}

const sum = (numbers: readonly string[]) => numbers.reduce((total, number) => total + Number(number), 0)

test('the office opens the formation, a school in it, what it gives, and saves the picture', async ({
  office: page,
}) => {
  await openFormation(page)
  const picture = page.getByRole('group', { name: /颛桥镇学区雁阵图/ })
  const schools = picture.getByRole('button')
  await expect(schools).toHaveCount(36)

  await page.getByRole('combobox', { name: '显示往来' }).selectOption({ label: '交流轮岗教师' })
  await expect(picture.getByRole('button', { name: /给 \d+ 得 \d+/ })).toHaveCount(36)
  await schools.first().focus()
  const [gives, takes] = await exchangeOf(schools.first())
  const numbers = picture.locator('.arrows text')
  await expect.poll(async () => sum(await numbers.allTextContents())).toBe(gives + takes)
  await page.keyboard.press('Enter')
  const profile = page.getByRole('dialog')
  await expect(profile.getByRole('table', { name: '对照目标' })).toContainText('≥ 20%')
  await expect(profile.getByRole('table', { name: '给出' })).toContainText('交流轮岗教师')
  await page.keyboard.press('Escape')
  await expect(profile).toBeHidden()

  const table = page.getByRole('table', { name: '雁阵图数据' })
  await expect(table.getByRole('rowheader')).toHaveCount(36)

  const [svg] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载 SVG' }).click(),
  ])
  const drawing = readFileSync(await svg.path(), 'utf8')
  expect(svg.suggestedFilename()).toMatch(/颛桥镇学区雁阵图.*2023学年.*\.svg$/)
  expect(drawing).toContain('颛桥镇学区雁阵图')
  expect(drawing).not.toContain('tabindex')
  const [png] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载 PNG' }).click(),
  ])
  const bytes = readFileSync(await png.path())
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  expect(bytes.readUInt32BE(16)).toBe(3600)
})

test('on a phone the formation opens a school as well, and axe finds nothing at either width', async ({
  office: page,
  product,
}) => {
  const cluster = clusterIn(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${product.address}/clusters/${cluster}/formation?year=2023`)
  const schools = page.getByRole('group', { name: /雁阵图/ }).getByRole('button')
  await expect(schools).toHaveCount(36)
  for (const school of await schools.all()) {
    const { x, width } = (await school.boundingBox())!
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThanOrEqual(390)
  }
  await page.getByRole('table', { name: '雁阵图数据' }).getByRole('button').nth(3).click()
  await expect(page.getByRole('dialog').getByRole('link', { name: '学校页' })).toBeVisible()
  await page.getByRole('dialog').getByRole('button').first().click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await look(page, 'the formation')
})
