import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { dayAfter, dayOf } from '#shared/day.ts'
import { clusterIn, expect, signIn, test } from './journey.ts'
import { look } from './look.ts'

const side = (page: Page) => page.getByRole('dialog')
const told = (page: Page, words: string | RegExp) => expect(page.getByRole('status').getByText(words)).toBeVisible()
const PASSWORD = 'da yan nan fei 2026'
/** Any picture will do: here one of the guide. */
const PHOTO = join(import.meta.dirname, '../docs/guide/pictures/hand-in-review.png')

/** Adds a venue by its name, with what is likely, and opens its page. */
async function addVenue(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '新增场馆' }).click()
  await side(page).getByLabel('场馆', { exact: true }).fill(name)
  await side(page).getByRole('button', { name: '保存' }).click()
  await told(page, `${name}已登记`)
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

test('the office adds a venue, shows it, closes it for repairs, and puts lessons first', async ({
  office: page,
  product,
}) => {
  await page.goto(`${product.address}/clusters/${clusterIn(page)}/venues`)
  await addVenue(page, '击剑馆')

  await page.getByRole('button', { name: '修改', exact: true }).click()
  await side(page).getByLabel('容纳人数').fill('64')
  await side(page).getByRole('button', { name: '保存' }).click()
  await told(page, '击剑馆已保存')
  await expect(page.getByText('64 人')).toBeVisible()

  await page.getByRole('button', { name: '添加图片' }).click()
  await side(page).getByRole('button', { name: '保存' }).click()
  await expect(side(page).getByText('请写图片上有什么')).toBeVisible()
  await side(page).getByLabel('选图片').setInputFiles(PHOTO)
  await expect(side(page).getByText(/^已选好：/)).toBeVisible()
  await side(page).getByLabel('图片上有什么').fill('击剑馆内景，四条剑道')
  await side(page).getByRole('button', { name: '保存' }).click()
  await told(page, '图片已添加')
  await expect(page.getByRole('img', { name: '击剑馆内景，四条剑道' })).toBeVisible()

  await page.getByRole('button', { name: '登记课程' }).click()
  await side(page).getByRole('textbox', { name: '内容' }).fill('击剑 七（2）班')
  await side(page).getByRole('button', { name: '周二第3节' }).click()
  await look(page, 'the grid of lessons')
  await side(page).getByRole('button', { name: '保存' }).click()
  await told(page, '课程已保存')
  await expect(page.getByText('周二 09:50–10:30，击剑 七（2）班')).toBeVisible()

  await page.getByRole('button', { name: '暂停开放' }).click()
  await side(page).getByLabel('原因').fill('地板维修')
  await side(page)
    .getByLabel('到哪天')
    .fill(dayAfter(dayOf(new Date()), 3))
  await side(page).getByRole('button', { name: '保存' }).click()
  await told(page, '已安排暂停开放')
  await expect(page.getByRole('table', { name: '暂停开放' })).toContainText('地板维修')
  await look(page, 'a venue')
})

test('the office says what a day is; a day off and a make-up Saturday stand in the calendar', async ({
  office: page,
  product,
}) => {
  await page.goto(`${product.address}/clusters/${clusterIn(page)}/calendar`)
  await expect(page.getByRole('heading', { level: 1, name: /^校历/ })).toBeVisible()
  await look(page, 'the school calendar')
  await page.getByRole('button', { name: '登记特别的日子' }).click()
  await side(page).getByLabel('日期').fill('2031-03-08')
  await side(page).getByText('上学日', { exact: true }).click()
  await side(page).getByLabel('按星期几上课').click()
  await page.getByTitle('周三').click()
  await side(page).getByRole('button', { name: '保存' }).click()
  await told(page, '2031年3月8日已保存')
  const specials = page.getByRole('table', { name: '特别的日子' })
  await expect(specials.getByRole('row', { name: /2031年3月8日/ })).toContainText('周三')
  await specials.getByRole('button', { name: '撤回2031年3月8日' }).click()
  await told(page, '2031年3月8日已撤回')
})

/** A principal of a school of the sample, on a phone. */
async function principalOf(page: Page, browser: Browser, schoolName: string): Promise<Page> {
  const { origin } = new URL(page.url())
  const headers = { origin }
  const lines = await page.request.get(`${origin}/api/units/${clusterIn(page)}/schools?year=2023`)
  const { schools } = (await lines.json()) as { schools: { id: number; name: string }[] }
  const school = schools.find(({ name }) => name.startsWith(schoolName))!
  const data = { name: '钟校长', role: 'principal' }
  const invited = await page.request.post(`${origin}/api/units/${school.id}/invitations`, { headers, data })
  const { path } = (await invited.json()) as { path: string }
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, baseURL: origin })
  const phone = await context.newPage()
  const token = path.split(/[/#]/).at(-1)!
  const who = { login: 'zhongxz', password: PASSWORD }
  const joined = await phone.request.post(`/api/join/${token}`, { headers, data: who })
  expect(joined.status(), await joined.text()).toBe(200)
  await context.clearCookies()
  await phone.goto('/')
  await signIn(phone, who.login, PASSWORD)
  await expect(phone.getByRole('link', { name: '钟校长' })).toBeVisible()
  return phone
}

test('a principal keeps the venues of the own school on a phone, and looks at those of others', async ({
  office: page,
  browser,
}) => {
  const cluster = clusterIn(page)
  const phone = await principalOf(page, browser, '颛桥第一小学')
  await phone.goto(`/clusters/${cluster}/venues`)
  await addVenue(phone, '舞蹈房')
  await phone.getByRole('button', { name: '登记器材' }).click()
  await side(phone).getByLabel('第 1 行的器材', { exact: true }).fill('把杆')
  await side(phone).getByRole('button', { name: '保存' }).click()
  await told(phone, '器材已保存')
  await expect(phone.getByText('把杆 1 件')).toBeVisible()
  await look(phone, 'a venue of the own school')
  await phone.goto(`/clusters/${cluster}/sites`)
  await phone.getByRole('link', { name: '示例水文化馆' }).click()
  await expect(phone.getByRole('heading', { level: 1, name: /^示例水文化馆/ })).toBeVisible()
  await expect(phone.getByRole('button', { name: '修改' })).toHaveCount(0)
  await look(phone, 'a partner')
  await phone.context().close()
})
