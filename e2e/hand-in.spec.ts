import type { Browser, Page } from '@playwright/test'
import { clusterIn, expect, signIn, test } from './journey.ts'
import { look } from './look.ts'
import { schoolLedger, type SchoolLedger } from './school-ledger.ts'

const PASSWORD = 'geese fly in line'

/** The office invites a liaison of the school; they take the account up. Returns the school's number. */
async function inviteLiaison(page: Page, browser: Browser, cluster: string, schoolName: string): Promise<number> {
  const lines = await page.request.get(`${new URL(page.url()).origin}/api/units/${cluster}/schools?year=2023`)
  const { schools } = (await lines.json()) as { schools: { id: number; name: string; shortName: string }[] }
  const school = schools.find(({ name, shortName }) => name === schoolName || shortName === schoolName)!
  const headers = { origin: new URL(page.url()).origin }
  const invited = await page.request.post(`${headers.origin}/api/units/${school.id}/invitations`, {
    headers,
    data: { name: '林联络', role: 'liaison' },
  })
  expect(invited.status(), await invited.text()).toBe(200)
  const { path } = (await invited.json()) as { path: string }
  const token = path.split(/[/#]/).at(-1)!
  const visitor = await browser.newContext({ baseURL: headers.origin })
  const joined = await visitor.request.post(`/api/join/${token}`, {
    headers,
    data: { login: 'linlianluo', password: PASSWORD },
  })
  expect(joined.status(), await joined.text()).toBe(200)
  await visitor.close()
  return school.id
}

/** On a phone: what is asked, the file, what is refused in it, confirmed. */
async function handInOnPhone(browser: Browser, address: string, schoolId: number, ledger: SchoolLedger): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, baseURL: address })
  const page = await context.newPage()
  await page.goto('/')
  await signIn(page, 'linlianluo', PASSWORD)
  await expect(page.getByText('报送2023学年台账').first()).toBeVisible()
  await page.goto(`/schools/${schoolId}/hand-in`)
  await expect(page.getByRole('heading', { level: 1, name: '本校报送' })).toBeVisible()
  await expect(page.getByText('请先核对再报')).toBeVisible()
  await look(page, 'the school’s own page')
  await page.locator('input[type=file]').setInputFiles(ledger.path)
  await expect(page.getByText('核对好了，还没有写入')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText(`这一行是${ledger.other}的，本次只收本校的数据。`).first()).toBeVisible()
  await look(page, 'the preview of a school')
  await page.getByRole('button', { name: '确认导入' }).click()
  await expect(page.getByText('已导入', { exact: true }).first()).toBeVisible({ timeout: 60_000 })
  await page.goto(`/schools/${schoolId}/hand-in`)
  await expect(page.getByText('还没有报全')).toBeVisible()
  await expect(page.getByText(/^缺 7 张表：学校、/)).toBeVisible()
  await context.close()
}

test('the office asks, a liaison hands in on a phone, the others are reminded, and an import is undone', async ({
  office: page,
  product,
  browser,
}) => {
  test.setTimeout(240_000)
  const cluster = clusterIn(page)
  const ledger = await schoolLedger()
  const schoolId = await inviteLiaison(page, browser, cluster, ledger.school)

  await page.getByRole('navigation', { name: '学区菜单' }).getByRole('button', { name: '台账' }).click()
  await page.getByRole('link', { name: '台账报送' }).first().click()
  await expect(page.getByText('还没有发起过报送')).toBeVisible()
  await look(page, 'no call yet')
  await page.getByRole('button', { name: '发起报送' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('学年').click()
  await page.getByTitle('2023学年').click()
  await form.getByLabel('说明（可不填）').fill('请先核对再报')
  await form.locator('button[type=submit]').click()
  await expect(page.getByRole('table', { name: '各校报送情况' })).toBeVisible()
  await expect(page.getByText(/共 \d+ 所学校：已报送 0 所/)).toBeVisible()

  await handInOnPhone(browser, product.address, schoolId, ledger)

  await page.reload()
  await expect(page.getByText(/未报全 1 所/)).toBeVisible()
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: ledger.school }) })
  await expect(row).toContainText('未报全')
  await expect(row).toContainText('林联络')
  await page.getByRole('button', { name: /提醒未报送、未报全的 \d+ 所学校/ }).click()
  await expect(page.getByText(/没有可以登录的校长或联络员，提醒不到/)).toBeVisible()
  await look(page, 'the board')
  await row.getByRole('button', { name: /^通过/ }).click()
  await expect(row).toContainText('已通过')

  await row.getByRole('link', { name: /^\d/ }).first().click()
  await expect(page.getByRole('button', { name: '撤销这次导入' })).toBeVisible()
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await expect(page.getByText(/新增的 1 行会删去/)).toBeVisible()
  await look(page, 'before an undo')
  await page.getByRole('button', { name: '确认撤销' }).click()
  await expect(page.getByText(/撤销，数据已恢复到导入之前/)).toBeVisible()
  await page.goto(`${product.address}/clusters/${cluster}/hand-in`)
  await expect(page.getByText(/已报送 0 所/)).toBeVisible()
})
