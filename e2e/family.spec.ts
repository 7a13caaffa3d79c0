import type { Browser, Page } from '@playwright/test'
import { clusterIn, expect, signIn, test } from './journey.ts'
import { look } from './look.ts'

const PASSWORD = 'geese fly in line'
const side = (page: Page) => page.getByRole('dialog')
const minutes = { name: '家校合作记录.txt', mimeType: 'text/plain', buffer: Buffer.from('家长委员会会议记录') }

interface School {
  id: number
  name: string
}

/** The member schools of the sample cluster in the last year that it has ledgers of. */
async function schoolsOf(page: Page): Promise<School[]> {
  const lines = await page.request.get(`${new URL(page.url()).origin}/api/units/${clusterIn(page)}/schools?year=2023`)
  return ((await lines.json()) as { schools: School[] }).schools
}

/** The office invites a liaison of the school; they take the account up. */
async function invite(page: Page, browser: Browser, school: School): Promise<void> {
  const origin = new URL(page.url()).origin
  const headers = { origin }
  const data = { name: '石联络', role: 'liaison' }
  const invited = await page.request.post(`${origin}/api/units/${school.id}/invitations`, { headers, data })
  const { path } = (await invited.json()) as { path: string }
  const visitor = await browser.newContext({ baseURL: origin })
  const account = { login: 'shilianluo', password: PASSWORD }
  const joined = await visitor.request.post(`/api/join/${path.split(/[/#]/).at(-1)!}`, { headers, data: account })
  expect(joined.status(), await joined.text()).toBe(200)
  await visitor.close()
}

/** The month before this one, as the site says it. */
function lastMonth(): { month: string; words: string } {
  const now = new Date(Date.now() + 8 * 3600_000)
  const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7)
  return { month, words: `${month.slice(0, 4)}年${Number(month.slice(5))}月` }
}

const dayFromNow = (days: number) => new Date(Date.now() + 8 * 3600_000 + days * 86_400_000).toISOString().slice(0, 10)

async function onPhone(browser: Browser, address: string, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, baseURL: address })
  const page = await context.newPage()
  await page.goto('/')
  await signIn(page, 'shilianluo', PASSWORD)
  await expect(page.getByLabel('密码')).toBeHidden()
  await work(page)
  await context.close()
}

test('a liaison fills in the month, the office sees it, the figure moves and opens; a defibrillator is reminded of', async ({
  office: page,
  product,
  browser,
}) => {
  test.setTimeout(300_000)
  const cluster = clusterIn(page)
  const school = (await schoolsOf(page))[0]!
  await invite(page, browser, school)

  await onPhone(browser, product.address, async (phone) => {
    await phone.goto(`/schools/${school.id}/services?year=2023&month=2023-10`)
    await expect(phone.getByRole('heading', { name: '2023年10月月报' })).toBeVisible()
    await look(phone, 'an empty sheet of a month')
    await phone.getByLabel('法律法规宣教的人次').fill('60')
    await phone.getByRole('button', { name: '报送', exact: true }).click()
    await expect(phone.getByRole('alert')).toContainText('“法律法规宣教”填了人次，还要填次数。')
    await phone.getByLabel('法律法规宣教的次数').fill('2')
    await phone.getByLabel('转介到医疗机构的次数').fill('1')
    await phone.getByRole('button', { name: '报送', exact: true }).click()
    await expect(phone.getByText('2023年10月月报已报送')).toBeVisible()

    await phone.getByRole('button', { name: '登记家长学校' }).click()
    await side(phone).getByLabel('建立日期').fill('2022-09-01')
    await side(phone).locator('input[type=file]').setInputFiles(minutes)
    await expect(side(phone).getByText('家校合作记录.txt')).toBeVisible()
    await look(phone, 'a parents’ school being put down, with a file')
    await side(phone).getByRole('button', { name: '保存' }).click()
    await expect(phone.getByText('2022年9月1日')).toBeVisible()
    await expect(phone.getByText('家校合作记录.txt').first()).toBeVisible()

    await phone.getByRole('button', { name: '登记 AED 或培训' }).click()
    await side(phone).getByLabel('放在哪里').fill('一楼大厅')
    await side(phone).getByLabel('安装或培训日期').fill('2022-09-01')
    await side(phone).getByLabel('到期日').fill(dayFromNow(30))
    // What the school brought before is here already.
    await side(phone).getByLabel('用已经上传过的文件').selectOption({ label: '家校合作记录.txt（2023学年家长学校）' })
    await expect(side(phone).getByRole('button', { name: '去掉《家校合作记录.txt》' })).toBeVisible()
    await side(phone).getByRole('button', { name: '保存' }).click()
    await expect(phone.getByText('快到期', { exact: true })).toBeVisible()
    await look(phone, 'the services of a school')

    await phone.goto('/')
    await expect(phone.getByText(/^AED（一楼大厅）的电极片或电池.*到期，请更换$/).first()).toBeVisible()
  })

  await page.getByRole('button', { name: '课程教研' }).click()
  await page.getByRole('link', { name: '家庭与学生服务' }).click()
  await page.goto(`${product.address}/clusters/${cluster}/services?year=2023&month=2023-10`)
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: school.name }) })
  await expect(row).toContainText('✓ 已建立')
  await expect(row).toContainText('1 项到期或快到期')
  await expect(page.getByRole('row', { name: /^法律法规宣教/ })).toContainText('60')
  await look(page, 'the services of a cluster')
  await page.getByRole('button', { name: /^提醒未报的 \d+ 所学校$/ }).click()
  await expect(page.getByText(/没有可以登录的校长或联络员，提醒不到/)).toBeVisible()

  await page
    .getByRole('link', { name: /^1 \/ \d+ 所$/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: /建立家长学校的成员校比例/ })).toBeVisible()
  await expect(page.getByText(school.name).first()).toBeVisible()

  const { month, words } = lastMonth()
  await page.goto(`${product.address}/clusters/${cluster}/services?month=${month}`)
  await expect(page.getByRole('heading', { name: '各校情况' })).toBeVisible()
  await expect(page.getByText(`${words}月报`).first()).toBeVisible()
})

test('the office puts down a contest of two schools, and it counts once', async ({ office: page, product }) => {
  test.setTimeout(240_000)
  const cluster = clusterIn(page)
  const [one, two] = await schoolsOf(page)
  await page.goto(`${product.address}/clusters/${cluster}/joint-activities?year=2023`)
  await expect(page.getByRole('heading', { name: '本学年还没有登记活动' })).toBeVisible()
  await look(page, 'no activities yet')
  await page.getByRole('button', { name: '登记活动' }).click()
  const form = side(page)
  await form.getByLabel('活动名称').fill('君莲杯传统文化知识竞赛')
  await form.getByLabel('类别').click()
  await page.getByTitle('竞赛', { exact: true }).click()
  await form.getByLabel('承办学校').click()
  await form.getByLabel('承办学校').fill(one!.name)
  await page.keyboard.press('Enter')
  await form.getByLabel('开始日期').fill('2024-03-08')
  for (const [school, pupils] of [
    [one!, '120'],
    [two!, '80'],
  ] as const) {
    await form.getByLabel('加一所学校').selectOption(school.name)
    await form.getByLabel(`${school.name}的学生`, { exact: true }).fill(pupils)
  }
  await look(page, 'an activity being put down')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('“君莲杯传统文化知识竞赛”已保存')).toBeVisible()
  await expect(page.getByText('1 次活动，其中 1 次有两所以上学校参加；参加学生 200 人次')).toBeVisible()
  await look(page, 'the activities of a year')

  await page.goto(`${product.address}/units/${cluster}/figures/joint_activities?year=2023`)
  await expect(page.getByText('君莲杯传统文化知识竞赛').first()).toBeVisible()
})
