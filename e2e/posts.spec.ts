import type { Browser, Page } from '@playwright/test'
import { clusterIn, expect, signIn, test } from './journey.ts'
import { look } from './look.ts'

const PASSWORD = 'geese fly in line'
const PHONE = { width: 390, height: 844 }
const side = (page: Page) => page.getByRole('dialog')

/** The office invites a principal of a school of the sample, who signs in on a phone. */
async function principalOf(page: Page, browser: Browser, schoolName: string): Promise<Page> {
  const { origin } = new URL(page.url())
  const headers = { origin }
  const lines = await page.request.get(`${origin}/api/units/${clusterIn(page)}/schools?year=2023`)
  const { schools } = (await lines.json()) as { schools: { id: number; name: string }[] }
  const school = schools.find(({ name }) => name.startsWith(schoolName))!
  const data = { name: '苏校长', role: 'principal' }
  const invited = await page.request.post(`${origin}/api/units/${school.id}/invitations`, { headers, data })
  const { path } = (await invited.json()) as { path: string }
  const context = await browser.newContext({ viewport: PHONE, baseURL: origin })
  const phone = await context.newPage()
  const token = path.split(/[/#]/).at(-1)!
  const joined = await phone.request.post(`/api/join/${token}`, {
    headers,
    data: { login: 'suxz', password: PASSWORD },
  })
  expect(joined.status(), await joined.text()).toBe(200)
  await context.clearCookies()
  await phone.goto('/')
  await signIn(phone, 'suxz', PASSWORD)
  await expect(phone.getByRole('link', { name: '苏校长' })).toBeVisible()
  return phone
}

const open = (page: Page, cluster: string, part: string) =>
  page.goto(`${new URL(page.url()).origin}/clusters/${cluster}/posts?part=${part}&year=2023`)

/** On the phone: two teachers are proposed in one go, the posts of the school are stated. */
async function proposeAndState(phone: Page, cluster: string): Promise<void> {
  await open(phone, cluster, 'pool')
  await phone.getByRole('button', { name: '推荐教师' }).click()
  await side(phone)
    .getByRole('button', { name: /^推荐 0 人/ })
    .click()
  await expect(phone.getByRole('status').getByText('请先勾选教师')).toBeVisible()
  await side(phone).getByRole('checkbox').nth(0).check()
  await side(phone).getByRole('checkbox').nth(1).check()
  await side(phone)
    .getByRole('button', { name: /^推荐 2 人/ })
    .click()
  await expect(phone.getByRole('status').getByText('已推荐 2 人，等待学区办决定')).toBeVisible()
  await look(phone, 'the pool of a principal')

  await open(phone, cluster, 'vacancies')
  await expect(phone.getByRole('heading', { name: '本校岗位' })).toBeVisible()
  await phone.getByLabel('小学 语文，核定岗位').or(phone.getByLabel('小学语文，核定岗位')).fill('30')
  await look(phone, 'the posts of a school')
  await phone.setViewportSize(PHONE)
  await phone.getByRole('button', { name: '保存' }).click()
  await expect(phone.getByRole('status').getByText(/^已保存：缺 \d+ 人/)).toBeVisible()
}

async function decideOnPool(page: Page, cluster: string): Promise<void> {
  await page.goto(new URL(page.url()).origin)
  await page
    .getByRole('link', { name: /决定 2 位教师是否进入骨干教师蓄水池/ })
    .first()
    .click()
  await page.getByRole('button', { name: '决定推荐（2 人）' }).click()
  await side(page).getByLabel('期满日期（可不填）').fill('2020-01-01')
  await side(page).getByRole('button', { name: '保存决定' }).click()
  await expect(side(page).getByText(/期满日期早于入池日期/)).toBeVisible()
  await side(page).getByLabel('期满日期（可不填）').fill('2028-08-31')
  await side(page).getByRole('button', { name: '保存决定' }).click()
  await expect(page.getByRole('status').getByText('已决定 2 人')).toBeVisible()
  await open(page, cluster, 'pool')
  await page
    .getByRole('button', { name: /^记任务/ })
    .first()
    .click()
  await side(page).getByLabel('任务', { exact: true }).fill('带教两名青年教师')
  await side(page).getByRole('button', { name: '保存' }).click()
  await expect(page.getByText(/带教：带教两名青年教师（2023年9月1日起）/).first()).toBeVisible()
  await look(page, 'the pool')
}

async function recruit(page: Page, cluster: string): Promise<void> {
  await open(page, cluster, 'vacancies')
  await page
    .getByRole('button', { name: /^登记调剂：/ })
    .first()
    .click()
  await side(page).getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('heading', { name: '已商定的调剂' })).toBeVisible()
  await look(page, 'vacancies')
  await open(page, cluster, 'recruitment')
  await page.getByRole('button', { name: /^按缺额增加/ }).click()
  await side(page)
    .getByRole('button', { name: /^增加 \d+ 条/ })
    .click()
  await page.getByRole('button', { name: /^报区（/ }).click()
  await side(page).getByRole('button', { name: '报区', exact: true }).click()
  await expect(page.getByRole('status').getByText(/^已报区 \d+ 条/)).toBeVisible()
  await page
    .getByRole('button', { name: /^登记结果/ })
    .first()
    .click()
  await side(page).getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('cell', { name: '已招到' }).first()).toBeVisible()
  await look(page, 'recruitment')
}

/** One place is left in the sample: the second who is given it is refused. */
async function fillQuota(page: Page, cluster: string): Promise<void> {
  await open(page, cluster, 'titles')
  await expect(page.getByText('高级教师：下达 3 名，已给 2 名，还有 1 名')).toBeVisible()
  await page.getByRole('button', { name: '申报', exact: true }).click()
  await side(page).getByLabel('教师', { exact: true }).click()
  await page.keyboard.press('Enter')
  await side(page).getByLabel('理由').fill('教学成绩突出')
  await side(page).getByRole('button', { name: '申报', exact: true }).click()
  await expect(page.getByRole('status').getByText('已申报，等待决定')).toBeVisible()
  const give = page.getByRole('button', { name: /^给名额：/ })
  await expect(give).toHaveCount(2)
  await give.first().click()
  await side(page).getByLabel('说明（可不填）').fill('到会 9 人，同意 8 票')
  await side(page).getByRole('button', { name: '给名额', exact: true }).click()
  await expect(page.getByText('高级教师：下达 3 名，已给 3 名，还有 0 名')).toBeVisible()
  await give.first().click()
  await side(page).getByRole('button', { name: '给名额', exact: true }).click()
  await expect(side(page).getByText(/^高级教师的名额已经给完/)).toBeVisible()
  await page.keyboard.press('Escape')
  await look(page, 'title quotas')
}

const PATIENCE_MS = 240_000

test('a principal proposes and states on a phone, the office decides, the school hears of it', async ({
  office: page,
  browser,
}) => {
  test.setTimeout(PATIENCE_MS)
  const cluster = clusterIn(page)
  const phone = await principalOf(page, browser, '颛桥第一小学')
  await proposeAndState(phone, cluster)
  await decideOnPool(page, cluster)
  await phone.goto('/notices')
  await expect(phone.getByText('本校 2 位教师进入骨干教师蓄水池')).toBeVisible()
  await phone.context().close()
})

test('what one school can spare goes to another, and what nobody can spare is recruited', async ({ office: page }) => {
  test.setTimeout(PATIENCE_MS)
  await recruit(page, clusterIn(page))
})

test('no place for a senior title is given out twice', async ({ office: page }) => {
  test.setTimeout(PATIENCE_MS)
  await fillQuota(page, clusterIn(page))
})
