import type { Browser, BrowserContext, Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import { clusterIn, enterCluster, expect, signIn, test as base } from './journey.ts'
import { look } from './look.ts'
import { startProduct } from './product.ts'

const PASSWORD = 'geese fly in line'
const TITLES = ['工号', '姓名', '班级', '学科', '星期', '节次']
const phone = { viewport: { width: 390, height: 844 } }
const WEEKDAYS = '日一二三四五六'

/** A product of its own: lessons of this school year would stand in the figures of the other journeys. */
const test = base.extend<object, { own: Awaited<ReturnType<typeof startProduct>> }>({
  own: [
    async ({}, use) => {
      const product = await startProduct()
      await use(product)
      await product.stop()
    },
    { scope: 'worker', timeout: 240_000 },
  ],
})

interface Teacher {
  teacherId: string
  staffNo: string
  name: string
  subject: string | null
}

interface School {
  id: number
  name: string
  teachers: Teacher[]
}

/** What the office does by hand elsewhere, done at once: registers of this year, accounts, how people are asked. */
class Office {
  readonly page: Page
  readonly address: string
  readonly cluster: string

  constructor(page: Page, address: string) {
    this.page = page
    this.address = address
    this.cluster = clusterIn(page)
  }

  async post<T>(path: string, data: object, method: 'post' | 'patch' = 'post'): Promise<T> {
    const reply = await this.page.request[method](this.address + path, { data, headers: { origin: this.address } })
    expect(reply.status(), `${path}: ${await reply.text()}`).toBe(200)
    return (await reply.json()) as T
  }

  async get<T>(path: string): Promise<T> {
    return (await (await this.page.request.get(this.address + path)).json()) as T
  }

  async rollOver(year: number): Promise<void> {
    for (let next = 2024; next <= year; next++)
      await this.post(`/api/units/${this.cluster}/teachers/roll-over`, { year: next })
  }

  async school(shortName: string, year: number): Promise<School> {
    const { schools } = await this.get<{ schools: { id: number; name: string; shortName: string }[] }>(
      `/api/units/${this.cluster}/schools?year=2023`,
    )
    const { id, name } = schools.find((one) => one.shortName === shortName)!
    const { teachers } = await this.get<{ teachers: Teacher[] }>(`/api/units/${id}/teachers?year=${year}&limit=100`)
    return { id, name, teachers }
  }

  /** Invites somebody who takes the account up at once, and opens a page of theirs. */
  async join(browser: Browser, login: string, unitId: number, body: object, window = {}): Promise<Page> {
    const { path } = await this.post<{ path: string }>(`/api/units/${unitId}/invitations`, body)
    const context: BrowserContext = await browser.newContext({ ...window, baseURL: this.address })
    const joined = await context.request.post(`/api/join/${path.split(/[/#]/).at(-1)}`, {
      headers: { origin: this.address },
      data: { login, password: PASSWORD },
    })
    expect(joined.status(), await joined.text()).toBe(200)
    const page = await context.newPage()
    await page.goto('/')
    if (page.url().includes('sign-in')) await signIn(page, login, PASSWORD)
    await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible()
    return page
  }

  teacher(browser: Browser, login: string, school: School, { name, teacherId }: Teacher): Promise<Page> {
    return this.join(browser, login, school.id, { name, role: 'teacher', personId: teacherId }, phone)
  }
}

async function workbook(rows: (string | number)[][]): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('课表')
  for (const row of [TITLES, ...rows]) sheet.addRow(row)
  const buffer = Buffer.from(await book.xlsx.writeBuffer())
  return { name: '课表.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer }
}

/** The liaison: a file with one fault, named by its cell; mended; in use. */
async function importTimetable(page: Page, school: School, rows: (string | number)[][]): Promise<void> {
  await page.goto(`/schools/${school.id}/timetable`)
  await expect(page.getByText('还没有课表')).toBeVisible()
  await look(page, 'no timetable yet')
  await page.getByRole('button', { name: '导入课表' }).click()
  const side = page.getByRole('dialog')
  const wrong = rows.map((row, at) => (at === 1 ? [...row.slice(0, 4), '八', row[5]!] : row))
  await side.locator('input[type=file]').setInputFiles(await workbook(wrong))
  const faults = side.getByRole('table', { name: '要改的地方' })
  await expect(faults.getByRole('row').nth(1)).toContainText('E3')
  await expect(faults).toContainText('星期“八”认不出来')
  await expect(side.getByRole('button', { name: '启用这份课表' })).toHaveCount(0)
  await look(page, 'a fault of a timetable')
  await side.locator('input[type=file]').setInputFiles(await workbook(rows))
  await side.getByRole('button', { name: '启用这份课表' }).click()
  await expect(page.getByRole('table', { name: /一周的课$/ })).toBeVisible()
  await look(page, 'a timetable')
}

/** The teacher, on a phone: today, why, and others are asked. */
async function reportAbsence(page: Page): Promise<void> {
  await page.goto('/cover/mine')
  await page.getByRole('button', { name: '我要请假' }).click()
  const side = page.getByRole('dialog')
  await side.getByLabel('病假').check()
  await expect(side.getByRole('checkbox')).toHaveCount(1)
  await look(page, 'an absence on a phone')
  await side.getByRole('button', { name: '找人代课', exact: true }).click()
  await expect(page.getByText('已登记 1 节课，正在问 2 位老师')).toBeVisible()
  await expect(page.getByText('正在找人，已问 2 位')).toBeVisible()
  await look(page, 'a teacher’s own page')
}

const openQuestion = async (page: Page) => {
  await page.goto('/')
  await page
    .getByRole('link', { name: /能去代课吗/ })
    .first()
    .click()
  await expect(page.getByRole('button', { name: '我可以' })).toBeVisible()
}

test('a teacher is away, two of another school are asked, the first yes has the lesson, and it counts', async ({
  page,
  own: product,
  browser,
}) => {
  test.setTimeout(300_000)
  await page.goto(product.address)
  await signIn(page, 'office', product.passwords['office']!)
  await enterCluster(page)
  const office = new Office(page, product.address)
  const now = new Date(Date.now() + 8 * 3600_000)
  const year = now.getUTCMonth() >= 8 ? now.getUTCFullYear() : now.getUTCFullYear() - 1
  const today = WEEKDAYS[now.getUTCDay()]!
  await office.rollOver(year)
  const [home, other] = [await office.school('第三小学', year), await office.school('第四小学', year)]
  const [away] = home.teachers.filter(({ subject }) => subject === '数学')
  const [quick, late] = other.teachers.filter(({ subject }) => subject === '数学')
  const rowOf = ({ staffNo, name }: Teacher, className: string, period: number) => [staffNo, name, className, '数学', today, period] // prettier-ignore

  const bells = Array.from({ length: 10 }, (_, at) => ({ period: at + 1, fromTime: `${String(at + 1).padStart(2, '0')}:00`, untilTime: `${String(at + 1).padStart(2, '0')}:40` })) // prettier-ignore
  bells[9] = { period: 10, fromTime: '23:58', untilTime: '23:59' }
  await office.post(`/api/schools/${home.id}/bells`, { bells }, 'patch')
  await office.post(
    `/api/units/${office.cluster}/cover/rule`,
    { speedKmh: 15, bufferMinutes: 10, askMode: '同时', askCount: 2, waitMinutes: 600 },
    'patch',
  )

  const liaison = await office.join(browser, 'lianluo', home.id, { name: '林联络', role: 'liaison' })
  await importTimetable(liaison, home, [rowOf(away!, '三（1）班', 10), rowOf(home.teachers.find(({ subject }) => subject === '语文')!, '三（2）班', 10)]) // prettier-ignore
  const theirs = await office.join(browser, 'lianluo4', other.id, { name: '钱联络', role: 'liaison' })
  await importTimetable(theirs, other, [rowOf(quick!, '三（1）班', 1), rowOf(late!, '三（2）班', 1)])

  const [first, second] = [await office.teacher(browser, 'quick', other, quick!), await office.teacher(browser, 'late', other, late!)] // prettier-ignore
  const absent = await office.teacher(browser, 'away', home, away!)
  await reportAbsence(absent)

  await openQuestion(first)
  await openQuestion(second)
  await expect(first.getByText(home.name)).toBeVisible()
  await expect(first.getByText('病假')).toHaveCount(0)
  await look(first, 'a question on a phone')
  await first.getByRole('button', { name: '我可以' }).click()
  await expect(first.getByText('说好了，这节课由你代，谢谢。')).toBeVisible()
  await second.getByRole('button', { name: '我可以' }).click()
  await expect(second.getByText('这节课刚刚已由另一位老师接下，不用去了，谢谢。')).toBeVisible()
  await look(second, 'too late on a phone')

  await liaison.goto(`/schools/${home.id}/cover`)
  const gaps = liaison.getByRole('table', { name: '缺课' })
  await expect(gaps.getByRole('row').nth(1)).toContainText(quick!.name)
  await look(liaison, 'a school’s week')
  await gaps.getByRole('link').first().click()
  await expect(liaison.getByText('病假')).toBeVisible()
  await look(liaison, 'one missed lesson')
  await liaison.goBack()
  await gaps.getByRole('button', { name: /^确认已上/ }).click()
  await expect(gaps.getByRole('row').nth(1)).toContainText('已确认')

  await page.goto(`${product.address}/clusters/${office.cluster}/cover`)
  await expect(page.getByRole('table', { name: '课时' }).getByRole('row').filter({ hasText: other.name })).toContainText('1') // prettier-ignore
  await expect(page.getByRole('table', { name: '缺课' })).toContainText(home.name)
  await look(page, 'the cluster’s week')
  await page.goto(`${product.address}/units/${office.cluster}/figures/shared_lessons?year=${year}`)
  await expect(page.getByRole('rowheader', { name: quick!.name })).toBeVisible()
})
