import type { Browser, Page } from '@playwright/test'
import { clusterIn, expect, signIn, test } from './journey.ts'
import { look } from './look.ts'

const PASSWORD = 'geese fly in line'
const PHONE = { width: 390, height: 844 }

interface Invited {
  unitId: number
  name: string
  role: 'principal' | 'district-officer' | 'teacher'
  login: string
  personId?: string
}

interface Line {
  id: number
  name: string
}

/** Somebody is invited by who is signed in on `page`, and takes the account up. */
async function invite(page: Page, browser: Browser, { unitId, login, ...who }: Invited): Promise<void> {
  const { origin } = new URL(page.url())
  const headers = { origin }
  const invited = await page.request.post(`${origin}/api/units/${unitId}/invitations`, { headers, data: who })
  expect(invited.status(), await invited.text()).toBe(200)
  const { path } = (await invited.json()) as { path: string }
  const visitor = await browser.newContext({ baseURL: origin })
  const data = { login, password: PASSWORD }
  const joined = await visitor.request.post(`/api/join/${path.split(/[/#]/).at(-1)!}`, { headers, data })
  expect(joined.status(), await joined.text()).toBe(200)
  await visitor.close()
}

/** A page on which somebody is signed in. */
async function pageOf(browser: Browser, address: string, login: string, viewport?: typeof PHONE): Promise<Page> {
  const context = await browser.newContext({ baseURL: address, ...(viewport && { viewport }) })
  const page = await context.newPage()
  await page.goto('/')
  await signIn(page, login, PASSWORD)
  await expect(page.getByLabel('密码')).toHaveCount(0)
  return page
}

const dialog = (page: Page) => page.getByRole('dialog')
const field = (page: Page, label: string) => dialog(page).getByLabel(label, { exact: true })
const shanghaiDay = (days = 0) => new Date(Date.now() + 8 * 3600_000 + days * 86_400_000).toISOString().slice(0, 10)

async function choose(page: Page, label: string, option: string): Promise<void> {
  await field(page, label).click()
  await page.getByTitle(option, { exact: true }).click()
}

interface Going {
  name: string
  to: string
  percent: string
}

/** The last two days of 2021学年: in force as soon as they are approved, and to be appraised at once. */
async function add(page: Page, { name, to, percent }: Going): Promise<void> {
  await page.getByRole('button', { name: '添加教师', exact: true }).click()
  await dialog(page).getByLabel('输入姓名、拼音首字母或工号').fill(name)
  await dialog(page).getByRole('button', { name }).first().click()
  await field(page, '流入学校').click()
  await page.keyboard.type(to)
  await page.getByTitle(to, { exact: true }).click()
  await field(page, '开始日期').fill('2022-08-30')
  await field(page, '结束日期').fill('2022-08-31')
  await field(page, '在流入学校的工作量（%）').fill(percent)
  await dialog(page).locator('button[type=submit]').click()
  await expect(page.getByRole('status').getByText(`已添加${name}`)).toBeVisible()
}

test('two teachers go through the whole procedure, and a visitor checks the certificate', async ({
  office: page,
  product,
  browser,
}) => {
  test.setTimeout(300_000)
  const cluster = clusterIn(page)
  // What is written here is written in 2021: the journeys share one product, and others read the figures of later years.
  const year = 2021
  const read = async <T>(path: string) => (await (await page.request.get(`${product.address}/api${path}`)).json()) as T
  const { schools } = await read<{ schools: Line[] }>(`/units/${cluster}/schools?year=${year}`)
  const [home, host] = schools as [Line, Line]
  const { districtId } = await read<{ districtId: number }>(`/units/${cluster}`)
  const rotated = async () =>
    (await read<{ figure: { value: number } }>(`/units/${cluster}/figures/rotated?year=${year}`)).figure.value
  const before = await rotated()
  const { rotations } = await read<{ rotations: { teacherId: string }[] }>(`/units/${cluster}/rotations?year=${year}`)
  const { teachers } = await read<{ teachers: { teacherId: string; name: string }[] }>(
    `/units/${home.id}/teachers?year=${year}&eligible=yes&limit=50`,
  )
  const free = teachers.filter(({ teacherId }) => !rotations.some((one) => one.teacherId === teacherId))
  const [first, second] = free as [(typeof free)[number], (typeof free)[number]]

  await invite(page, browser, { unitId: home.id, name: '周校长', role: 'principal', login: 'zhouxz' })
  await invite(page, browser, { unitId: host.id, name: '吴校长', role: 'principal', login: 'wuxz' })
  await invite(page, browser, { unitId: home.id, name: first.name, role: 'teacher', login: 'jiaoshi', personId: first.teacherId }) // prettier-ignore
  const admin = await browser.newPage()
  await admin.goto(product.address)
  await signIn(admin, 'admin', product.passwords['admin']!)
  await expect(admin.getByLabel('密码')).toHaveCount(0)
  await invite(admin, browser, { unitId: districtId, name: '郑科员', role: 'district-officer', login: 'zhengky' })

  await page.goto(`${product.address}/clusters/${cluster}/rotations?year=${year}`)
  await page.getByRole('button', { name: '新建批次' }).click()
  await field(page, '批次名称').fill('第一批交流轮岗')
  await dialog(page).locator('button[type=submit]').click()
  await expect(page.getByRole('heading', { level: 1, name: '第一批交流轮岗' })).toBeVisible()
  await add(page, { name: first.name, to: host.name, percent: '100' })
  await add(page, { name: second.name, to: host.name, percent: '40' })
  await look(page, 'a draft')
  await page.getByRole('button', { name: '听取意见', exact: true }).click()
  await field(page, '截止日期').fill(shanghaiDay(7))
  await dialog(page).locator('button[type=submit]').click()
  await expect(page.getByText('已通知涉及的学校')).toBeVisible()
  const batchAddress = page.url()

  for (const login of ['zhouxz', 'wuxz']) {
    const school = await pageOf(browser, product.address, login, PHONE)
    await school.getByRole('link', { name: /答复“第一批交流轮岗”/ }).click()
    await school.getByRole('button', { name: '答复' }).click()
    await dialog(school).getByText('同意', { exact: true }).click()
    await dialog(school).locator('button[type=submit]').click()
    await expect(school.getByText('已答复', { exact: true })).toBeVisible()
    if (login === 'wuxz') await look(school, 'a school answers')
    await school.context().close()
  }

  await page.goto(batchAddress)
  await expect(page.getByRole('heading', { name: '各校意见（2 所已答复，共 2 所）' })).toBeVisible()
  await page.getByRole('button', { name: '登记理事会决定', exact: true }).click()
  await dialog(page).locator('input[type=file]').setInputFiles({ name: '决定.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 decided') }) // prettier-ignore
  await field(page, '文号').fill('颛学〔2026〕1号')
  await field(page, '日期').fill(shanghaiDay())
  await dialog(page).locator('button[type=submit]').click()
  await expect(page.getByText('等待区里批准').first()).toBeVisible()

  const clerk = await pageOf(browser, product.address, 'zhengky')
  await clerk.goto(`/units/${districtId}/rotations`)
  await expect(clerk.getByText('有 1 个批次等待批准')).toBeVisible()
  await look(clerk, 'what waits for the district')
  await clerk.getByRole('link', { name: '第一批交流轮岗' }).click()
  await clerk.getByRole('button', { name: '批准', exact: true }).click()
  await field(clerk, '文号').fill('闵教〔2026〕9号')
  await field(clerk, '日期').fill(shanghaiDay())
  await dialog(clerk).locator('button[type=submit]').click()
  await expect(clerk.getByText('已批准，2 人立即生效')).toBeVisible()
  await clerk.context().close()

  await page.reload()
  await look(page, 'a batch in force')
  expect(await rotated()).toBe(before + 2)

  const principal = await pageOf(browser, product.address, 'wuxz', PHONE)
  await principal.getByRole('link', { name: '考核 2 位交流教师' }).click()
  await expect(principal.getByText('有 2 位交流教师等待考核')).toBeVisible()
  await look(principal, 'a school’s rotations')
  await principal.getByRole('button', { name: new RegExp(`^填写考核.*${first.name}`) }).click()
  await choose(principal, '等次', '优秀')
  await dialog(principal).locator('button[type=submit]').click()
  await expect(principal.getByText('已保存考核')).toBeVisible()
  await principal.getByRole('link', { name: first.name }).first().click()
  await expect(principal.getByRole('heading', { name: '按各份文件算不算' })).toBeVisible()
  await look(principal, 'a rotation')
  await principal.context().close()

  const teacher = await pageOf(browser, product.address, 'jiaoshi', PHONE)
  await teacher.goto('/account/rotations')
  await teacher.getByRole('button', { name: '开具证明' }).click()
  await dialog(teacher).locator('button[type=submit]').click()
  await expect(teacher.getByText('已开具证明')).toBeVisible()
  await look(teacher, 'a teacher’s own rotations')
  const file = teacher.waitForEvent('download')
  await teacher.getByRole('link', { name: /^PDF/ }).click()
  expect((await file).suggestedFilename()).toContain('交流轮岗服务证明')
  const code = (await teacher.locator('.code').first().textContent())!
  await teacher.context().close()

  const visitor = await (await browser.newContext({ viewport: PHONE })).newPage()
  await visitor.goto(`${product.address}/verify`)
  await visitor.getByLabel('查验码').fill(code)
  await visitor.getByRole('button', { name: '查验' }).click()
  await expect(visitor.getByRole('heading', { name: '这份证明有效' })).toBeVisible()
  await expect(visitor.getByText(first.name)).toHaveCount(0)
  await look(visitor, 'a certificate is checked')
  await visitor.goto(`${product.address}/verify/AAAABBBBCCCC`)
  await expect(visitor.getByRole('heading', { name: '没有这份证明' })).toBeVisible()
  await look(visitor, 'a code that is unknown')
})
