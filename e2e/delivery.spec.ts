import type { Browser, Locator, Page } from '@playwright/test'
import { dayAfter, dayOf } from '#shared/day.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import { clusterIn, expect, signIn, test } from './journey.ts'
import { look } from './look.ts'

const PASSWORD = 'geese fly in line'
const COURSE = '剪纸里的几何'
const side = (page: Page) => page.getByRole('dialog')
const told = (page: Page, words: string | RegExp) => expect(page.getByRole('status').getByText(words)).toBeVisible()
const originOf = (page: Page) => new URL(page.url()).origin
const today = dayOf(new Date())

interface Room {
  id: string
  name: string
  provider: string
  schoolId: number
  day: string
}

/** A room of a school that is free some weeks ahead: a holiday has none. */
async function findRoom(page: Page, unitId: string): Promise<Room> {
  for (let n = 20; n < 45; n += 1) {
    const day = dayAfter(today, n)
    const found = await page.request.get(
      `${originOf(page)}/api/units/${unitId}/free-venues?day=${day}&from=15:30&until=16:10`,
    )
    const { free } = (await found.json()) as { free: (Room & { needsApproval: boolean; capacity: number })[] }
    const room = free.find((one) => one.schoolId && !one.needsApproval && one.capacity >= 60)
    if (room) return { ...room, day }
  }
  throw new Error('no free room in weeks')
}

/** Somebody who speaks for the receiving school, on a phone. */
async function liaisonOf(page: Page, browser: Browser, schoolId: number): Promise<Page> {
  const [origin, login] = [originOf(page), 'shared-liaison']
  const data = { role: 'liaison', name: '罗老师' }
  const invited = await page.request.post(`${origin}/api/units/${schoolId}/invitations`, { headers: { origin }, data })
  expect(invited.status(), await invited.text()).toBe(200)
  const { path } = (await invited.json()) as { path: string }
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 390, height: 844 } })
  const body = { login, password: PASSWORD }
  const joined = await context.request.post(`/api/join/${path.split(/[/#]/).at(-1)!}`, { headers: { origin }, data: body }) // prettier-ignore
  expect(joined.status(), await joined.text()).toBe(200)
  await context.clearCookies()
  const own = await context.newPage()
  await own.goto('/')
  await signIn(own, login, PASSWORD)
  await expect(own.getByRole('heading', { level: 1, name: '今日' })).toBeVisible()
  return own
}

/** Chooses the first of a list that opens below a field. */
async function first(page: Page, field: Locator): Promise<void> {
  await field.click()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

interface Wanted {
  course: string
  giver: string
  /** The times: each on one day. */
  times: readonly { day: string; from: string; until: string; venue?: string }[]
  at: string
}

/** Writes a course that a teacher brings to another school. */
async function write(page: Page, { course, giver, times, at }: Wanted): Promise<void> {
  await page.getByRole('button', { name: '新增共享课' }).click()
  await side(page).getByLabel('提供学校').fill(giver)
  await page.locator(`.ant-select-item-option[title="${giver}"]`).click()
  await side(page).getByLabel('课程名称').fill(course)
  await first(page, side(page).getByLabel('学段'))
  await first(page, side(page).getByLabel('任课教师'))
  await page.keyboard.press('Escape')
  for (const [n, time] of times.entries()) {
    if (n > 0) await side(page).getByRole('button', { name: '再加一个时间' }).click()
    const slot = side(page).getByRole('group', { name: `第 ${n + 1} 个时间` })
    await slot.getByLabel('第一次').fill(time.day)
    await slot.getByLabel('最后一次').fill(time.day)
    await slot.getByLabel('开始').fill(time.from)
    await slot.getByLabel('结束').fill(time.until)
    await slot.getByLabel('上课学校').selectOption({ label: at })
    if (time.venue) await slot.getByLabel('场馆（要预约的才选）').selectOption({ label: time.venue })
  }
  await side(page).getByLabel('总名额（人）').fill('60')
  await side(page).getByLabel('报名截止日期').fill(today)
}

test('a teacher brings a course to another school: written, refused twice over, enrolled in, held, and counted', async ({
  office: page,
  browser,
}) => {
  test.setTimeout(240_000)
  const unitId = clusterIn(page)
  await page.getByRole('button', { name: /^课程教研/ }).click()
  await page.getByRole('link', { name: '共享授课' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^共享授课/ })).toBeVisible()
  await look(page, 'no shared course yet')
  const address = page.url()

  const room = await findRoom(page, unitId)
  const schools = (await (await page.request.get(`${originOf(page)}/api/units/${unitId}/offering-choices`)).json()) as {
    schools: { id: number; name: string }[]
  }
  const names = schools.schools.map(({ name }) => name)
  const [giver, other] = names.filter((name) => name !== room.provider)
  const now = { day: today, from: '00:00', until: '00:40' }
  const later = { day: room.day, from: '15:30', until: '16:10', venue: room.name }
  await write(page, { course: COURSE, giver: giver!, times: [now, later], at: room.provider })
  await look(page, 'writing a shared course')
  await side(page).getByRole('button', { name: '保存草稿' }).click()
  await told(page, '草稿已保存，看过以后请发布')
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await told(page, '已发布，共 2 次课')
  await look(page, 'a published course')
  const course = page.url()

  await page.goto(address)
  await write(page, { course: '书法', giver: giver!, times: [{ day: room.day, from: '16:12', until: '16:50' }], at: other === room.provider ? names[0]! : other! }) // prettier-ignore
  await side(page).getByRole('button', { name: '保存草稿' }).click()
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText(/路上要 \d+ 分钟，中间只有 2 分钟，少 \d+ 分钟/)

  const liaison = await liaisonOf(page, browser, room.schoolId)
  await liaison.getByRole('link', { name: new RegExp(`《${COURSE}》可以报名`) }).first().click() // prettier-ignore
  await liaison.getByRole('button', { name: '班级报名' }).click()
  await side(liaison).getByLabel('班级，如（2）班').fill('（2）班')
  await side(liaison).getByLabel('人数').fill('61')
  await side(liaison).getByRole('button', { name: '保存', exact: true }).click()
  await expect(side(liaison).getByRole('alert')).toContainText('还可以报 60 人，填了 61 人')
  await side(liaison).getByLabel('人数').fill('38')
  await side(liaison).getByRole('button', { name: '保存', exact: true }).click()
  await told(liaison, '已报名 38 人')
  await look(liaison, 'a course with a class')

  await page.goto(course)
  await page.getByRole('button', { name: /登记为已上$/ }).click()
  await told(page, '已登记，到课 38 人')
  await page.getByRole('button', { name: /的到课人数$/ }).click()
  await side(page).getByLabel(room.provider).fill('36')
  await side(page).getByRole('button', { name: '保存', exact: true }).click()
  await told(page, '已登记，到课 36 人')
  await page.getByRole('button', { name: /登记为未上$/ }).last().click() // prettier-ignore
  await side(page).getByLabel('原因').fill('期末复习')
  await side(page).getByRole('button', { name: '保存', exact: true }).click()
  await told(page, '已登记为未上')
  await page.getByRole('button', { name: '结课', exact: true }).click()
  await told(page, '已结课，受益学生 38 人')
  await look(page, 'a course that is over')

  await page.goto(`${originOf(page)}/units/${unitId}/figures/benefiting_students?year=${schoolYearOf(today)}`)
  const row = page.getByRole('table', { name: '明细' }).getByRole('row').filter({ hasText: COURSE })
  await expect(row).toContainText(room.provider)
  await expect(row).toContainText('（2）班')
  await expect(row).toContainText('38')
})

test('the office says how long a way is', async ({ office: page }) => {
  await page.goto(`${originOf(page)}/clusters/${clusterIn(page)}/offerings`)
  await page.getByRole('button', { name: '写一段路程' }).click()
  await first(page, side(page).getByLabel('从', { exact: true }))
  await side(page).getByLabel('到', { exact: true }).click()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await side(page).getByLabel('分钟', { exact: true }).fill('45')
  await side(page).getByRole('button', { name: '保存', exact: true }).click()
  await told(page, '路程已保存')
  await expect(page.getByRole('table', { name: '校间路程' })).toContainText('45')
  await look(page, 'ways between schools')
})
