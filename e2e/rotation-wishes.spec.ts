import type { Browser, Page } from '@playwright/test'
import { clusterIn, expect, signIn, test } from './journey.ts'
import { look } from './look.ts'

const PASSWORD = 'geese fly in line'
const YEAR = 2022

interface Teacher {
  teacherId: string
  name: string
  schoolId: number
  subject: string | null
}

/** The office’s own browser, used as a page would: everything that is no part of this journey. */
async function sent(page: Page, method: 'post' | 'delete', path: string, data?: object) {
  const { origin } = new URL(page.url())
  const reply = await page.request[method](origin + path, { headers: { origin }, ...(data && { data }) })
  expect(reply.status(), `${path}: ${await reply.text()}`).toBe(200)
  return (await reply.json()) as Record<string, unknown>
}

/** Somebody of a school takes up an account. */
async function join(
  page: Page,
  browser: Browser,
  schoolId: number,
  who: { role: string; name: string; login: string; personId?: string },
) {
  // prettier-ignore
  const { login, ...invited } = who
  const { path } = (await sent(page, 'post', `/api/units/${schoolId}/invitations`, invited)) as { path: string }
  const { origin } = new URL(page.url())
  const visitor = await browser.newContext({ baseURL: origin })
  const token = path.split(/[/#]/).at(-1)!
  const joined = await visitor.request.post(`/api/join/${token}`, { headers: { origin }, data: { login, password: PASSWORD } }) // prettier-ignore
  expect(joined.status(), await joined.text()).toBe(200)
  await visitor.close()
}

const enter = async (browser: Browser, address: string, login: string, width: number): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width, height: 844 }, baseURL: address, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto('/')
  await signIn(page, login, PASSWORD)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return page
}

/** The school with the most eligible teachers, and they. */
async function largest(page: Page, cluster: string): Promise<Teacher[]> {
  const { origin } = new URL(page.url())
  const reply = await page.request.get(`${origin}/api/units/${cluster}/teachers?year=${YEAR}&eligible=yes`)
  const { teachers } = (await reply.json()) as { teachers: Teacher[] }
  const of = (schoolId: number) => teachers.filter((one) => one.schoolId === schoolId)
  return [...new Set(teachers.map(({ schoolId }) => schoolId))].map(of).sort((a, b) => b.length - a.length)[0]!
}

test('a season is opened, wished for on a phone, answered by a school, set by the office and seen complete', async ({
  office: page,
  product,
  browser,
}) => {
  test.setTimeout(420_000)
  const cluster = clusterIn(page)
  await sent(page, 'post', `/api/units/${cluster}/eligible/freeze`, { year: YEAR })
  const [teacher, other, third] = (await largest(page, cluster)) as [Teacher, Teacher, Teacher]
  const { schoolId } = teacher
  await join(page, browser, schoolId, { role: 'principal', name: '林校长', login: 'linxiaozhang' })
  await join(page, browser, schoolId, { role: 'teacher', name: teacher.name, login: 'laoshi', personId: teacher.teacherId }) // prettier-ignore

  const season = `${product.address}/clusters/${cluster}/rotation-season?year=${YEAR}`
  await page.goto(season)
  await look(page, 'before the season')
  await page.getByRole('button', { name: `开始${YEAR}学年轮岗工作` }).click()
  await page.getByRole('dialog').getByRole('button', { name: '开始', exact: true }).click()
  await expect(page.getByText(/^已开始，已通知 [1-9]\d* 位教师、[1-9]\d* 所学校$/)).toBeVisible() // others may have joined before
  await look(page, 'the overview')

  await wishOnPhone(await enter(browser, product.address, 'laoshi', 390))
  await answerAsPrincipal(await enter(browser, product.address, 'linxiaozhang', 1440), schoolId, { teacher, other, third }) // prettier-ignore
  await setAsOffice(page, season, { teacher: third })

  const exemptions = await page.request.get(`${product.address}/api/teachers/${teacher.teacherId}/exemptions`)
  const { exemptions: all } = (await exemptions.json()) as { exemptions: { id: string; kind: string }[] }
  expect(all).toMatchObject([{ kind: '患病', proofName: '证明.pdf' }])
  await sent(page, 'delete', `/api/exemptions/${all[0]!.id}?why=${encodeURIComponent('演练')}`)
  await sent(page, 'post', `/api/units/${cluster}/eligible/thaw`, { year: YEAR, reason: '演练结束' })
})

/** Two schools and an order, a reason that exempts with its proof, all on a phone. */
async function wishOnPhone(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: `填写${YEAR}学年交流轮岗意愿` })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: '我的轮岗意愿' })).toBeVisible()
  await page.getByText('不去', { exact: true }).click()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('选“不去”的，请写明理由')).toBeVisible()
  await page.getByText('愿意', { exact: true }).click()
  for (const index of [1, 2]) await page.getByLabel('加一所志愿学校').selectOption({ index })
  const first = await page.locator('.rank-name').nth(1).textContent()
  await page.getByRole('button', { name: /^上移/ }).click()
  await expect(page.locator('.rank-name').first()).toHaveText(first!.replace('2.', '1.'))
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已保存，截止前可以修改')).toBeVisible()
  await look(page, 'own wishes')

  await page.getByRole('button', { name: '申请免予交流' }).click()
  const side = page.getByRole('dialog')
  await side.getByLabel('情况').click()
  await page.getByTitle('患病').click()
  await side.getByLabel('开始日期').fill(`${YEAR}-06-01`)
  await side.getByLabel('结束日期').fill(`${YEAR + 1}-05-31`)
  const proof = { name: '证明.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 a proof') }
  await side.locator('input[type=file]').setInputFiles(proof)
  await side.getByRole('button', { name: '提交申请' }).click()
  await expect(page.getByRole('link', { name: '证明.pdf' })).toBeVisible()
  await look(page, 'own request')
  await page.context().close()
}

interface Cast {
  teacher: Teacher
  other: Teacher
  third: Teacher
}

/** Confirms the request, hands in what is needed; one kept too many is refused with the bound. */
async function answerAsPrincipal(page: Page, schoolId: number, { teacher, other }: Cast): Promise<void> {
  await expect(page.getByText('1 份免予交流的申请等待答复')).toBeVisible()
  await page.goto(`/schools/${schoolId}/rotation`)
  await expect(page.getByRole('heading', { level: 1, name: '轮岗需求' })).toBeVisible()
  await look(page, 'the school’s needs')
  await page.getByRole('button', { name: `同意，${teacher.name}`, exact: true }).click()
  await expect(page.getByText(`已同意，${teacher.name}已登记免予交流`)).toBeVisible()

  // Another year may be asked about on the same page.
  const asked = page.getByRole('region', { name: `${YEAR}学年` })
  await asked
    .getByLabel(/缺几人，富余填负数$/)
    .first()
    .fill('1')
  const pick = asked.getByLabel('加一位必须留校的教师')
  const most = Number(/最多留 (\d+) 人/.exec((await asked.getByText(/最多留 \d+ 人/).textContent())!)![1])
  await pick.selectOption(other.teacherId)
  for (let n = 0; n < most; n++) await pick.selectOption({ index: 1 })
  for (const reason of await asked.getByLabel(/留校的理由$/).all()) await reason.fill('教研组长')
  await asked.getByRole('button', { name: '报送', exact: true }).click()
  await expect(asked.getByText(`最多留 ${most} 人，现在选了 ${most + 1} 人，请去掉 1 人`)).toBeVisible()
  for (let n = 0; n < most; n++) await asked.getByRole('button', { name: /^去掉/ }).last().click()
  await asked.getByRole('button', { name: '报送', exact: true }).click()
  await expect(asked.getByText(/^林校长已于/)).toBeVisible()
  await expect(asked.getByLabel(`${other.name}留校的理由`)).toHaveValue('教研组长')
  await page.context().close()
}

/** Fills in for somebody, sets a team, a pin and the weights; the overview tells what is still missing. */
async function setAsOffice(page: Page, season: string, { teacher }: Pick<Cast, 'teacher'>) {
  await page.goto(`${season}&tab=teachers`)
  await expect(page.getByRole('heading', { name: /^名单，/ })).toBeVisible()
  await look(page, 'the list')
  await page.getByLabel('学校', { exact: true }).selectOption(String(teacher.schoolId))
  await page.getByRole('button', { name: `代填，${teacher.name}`, exact: true }).click()
  await page.getByRole('dialog').getByText('都可以', { exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByText(`已为${teacher.name}保存`)).toBeVisible()
  await expect(page.getByText('颛桥镇学区办代填')).toBeVisible()

  await page.goto(`${season}&tab=schools`)
  await expect(page.getByRole('table', { name: '各校报送情况' })).toContainText('已报送')
  await look(page, 'the board of schools')

  await page.goto(`${season}&tab=teams`)
  await page.getByRole('button', { name: '新增指定' }).click()
  const side = page.getByRole('dialog')
  await side.getByLabel('教师').fill(teacher.name)
  await page.keyboard.press('Enter')
  await side.getByText('今年留校', { exact: true }).click()
  await side.getByRole('button', { name: '新增指定', exact: true }).click()
  await expect(page.getByRole('table', { name: '指定' })).toContainText(teacher.name)
  await addTeam(page)
  await look(page, 'teams and pins')

  await page.goto(`${season}&tab=settings`)
  await page.getByRole('group', { name: '路程' }).getByText('最看重').click()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已保存')).toBeVisible()
  await look(page, 'rules and weights')

  await page.goto(season)
  await expect(page.getByRole('row', { name: /^免予交流的申请/ })).toContainText('没有等待答复的')
  await expect(page.getByRole('row', { name: /^教师意愿/ })).toContainText('已填 2 人')
}

/** Two of a kindergarten, who are sure to teach the same stage. */
async function addTeam(page: Page): Promise<void> {
  await page.getByRole('button', { name: '新增组团' }).click()
  const side = page.getByRole('dialog')
  const picker = side.getByLabel('学校', { exact: true })
  const name = await picker.locator('option', { hasText: '幼儿园' }).first().textContent()
  await picker.selectOption({ label: name! })
  await side.getByLabel(/^教师，/).click()
  for (const at of [0, 1]) await page.locator('.ant-select-item-option').nth(at).click()
  // A list of several stays open until one presses elsewhere.
  await side.locator('.ant-drawer-title').click()
  await side.getByRole('button', { name: '新增组团', exact: true }).click()
  await expect(page.getByRole('table', { name: '组团' })).toContainText('学前')
}
