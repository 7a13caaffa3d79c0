import type { Browser, Page } from '@playwright/test'
import { dayAfter, dayOf } from '#shared/day.ts'
import { clusterIn, expect, signIn, test } from './journey.ts'
import { look } from './look.ts'

const PASSWORD = 'geese fly in line'
const YEAR = 2023
const side = (page: Page) => page.getByRole('dialog')
const told = (page: Page, words: string | RegExp) => expect(page.getByRole('status').getByText(words)).toBeVisible()
const originOf = (page: Page) => new URL(page.url()).origin

interface Teacher {
  teacherId: string
  name: string
  schoolId: number
}

/** Somebody takes up an account by an invitation, and signs in. */
async function enter(
  page: Page,
  browser: Browser,
  unitId: number,
  who: { role: string; name: string; login: string; personId?: string },
): Promise<Page> {
  const origin = originOf(page)
  const { login, ...data } = who
  const headers = { origin }
  const invited = await page.request.post(`${origin}/api/units/${unitId}/invitations`, { headers, data })
  expect(invited.status(), await invited.text()).toBe(200)
  const { path } = (await invited.json()) as { path: string }
  const token = path.split(/[/#]/).at(-1)!
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 390, height: 844 } })
  const body = { login, password: PASSWORD }
  const joined = await context.request.post(`/api/join/${token}`, { headers, data: body })
  expect(joined.status(), await joined.text()).toBe(200)
  await context.clearCookies()
  const own = await context.newPage()
  await own.goto('/')
  await signIn(own, login, PASSWORD)
  await expect(own.getByRole('heading', { level: 1, name: '今日' })).toBeVisible()
  return own
}

/** The office makes a course of one session. */
async function make(page: Page, title: string, day: string): Promise<void> {
  await page.getByRole('button', { name: '新建课程' }).click()
  await side(page).getByLabel('课程名称').fill(title)
  await side(page).getByLabel('内容').click()
  await page.getByTitle('知识技能', { exact: true }).click()
  await side(page).getByLabel('日期').fill(day)
  await side(page).getByLabel('地点').fill('春申小学礼堂')
  await side(page).getByLabel('结束', { exact: true }).fill('13:00')
  await side(page).getByRole('button', { name: '保存' }).click()
  await expect(side(page).getByText('结束时间要晚于开始时间')).toBeVisible()
  await side(page).getByLabel('结束', { exact: true }).fill('16:30')
  await side(page).getByRole('button', { name: '保存' }).click()
  await told(page, '已建好课程')
}

/** The office puts the teacher on the list of a course that is over, says who came, and declares it. */
async function declare(page: Page, title: string, name: string): Promise<void> {
  await page.getByRole('link', { name: title }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await page.getByRole('button', { name: '添加教师' }).click()
  await side(page).getByLabel('姓名、拼音或工号').fill(name)
  await expect(side(page).getByRole('checkbox')).toHaveCount(1)
  await side(page).getByRole('checkbox').check()
  await side(page).getByRole('button', { name: '添加 1 人' }).click()
  await told(page, '已添加 1 人')
  await page.getByRole('button', { name: /到课登记$/ }).click()
  await side(page).getByRole('button', { name: '保存（到课 1 人）' }).click()
  await told(page, '已登记到课 1 人')
  await look(page, 'a course')
  await page.getByRole('button', { name: '申报学分' }).click()
  await told(page, '已申报，1 人等待认定')
}

async function recognise(page: Page, title: string): Promise<void> {
  await page
    .getByRole('link', { name: /认定 1 门学区集团研修课程的学分/ })
    .first()
    .click()
  await expect(page.getByText(/可以高于校本：《紧密型学区和集团建设实施意见》/)).toBeVisible()
  await expect(page.getByText(/计入校级：《颛桥镇建设示范性学区三年行动计划/)).toBeVisible()
  await look(page, 'recognition')
  await page.getByRole('button', { name: `认定《${title}》` }).click()
  await side(page).getByRole('radio', { name: '区级学分' }).check()
  await side(page).getByLabel('理由').fill('由区教研员授课，内容高于校本')
  await side(page).getByLabel('文号').fill('示例文号〔2026〕8号')
  await side(page).getByRole('button', { name: '认定', exact: true }).click()
  await told(page, '已认定，1 人记了学分')
}

test('a cluster’s course is taken, declared, recognised as a level, and stands in the teacher’s matrix', async ({
  office: page,
  browser,
  product,
}) => {
  const cluster = clusterIn(page)
  const list = await page.request.get(`${originOf(page)}/api/units/${cluster}/teachers?year=${YEAR}`)
  const { teachers } = (await list.json()) as { teachers: Teacher[] }
  const teacher = teachers[0]!
  const today = dayOf(new Date())
  await page.goto(`${originOf(page)}/clusters/${cluster}/training`)
  await make(page, '跨校命题研修', dayAfter(today, 7))
  await make(page, '已结束的研修', dayAfter(today, -7))
  await look(page, 'the courses')

  const own = await enter(page, browser, teacher.schoolId, { role: 'teacher', name: teacher.name, login: 'yanxiu', personId: teacher.teacherId }) // prettier-ignore
  await own.getByRole('link', { name: '研修学分' }).click()
  await expect(own.getByText(/还差/).first()).toBeVisible()
  await own.getByRole('button', { name: '报名《跨校命题研修》' }).click()
  await told(own, '报名：跨校命题研修')
  await expect(own.getByRole('heading', { name: '我报名的课程' })).toBeVisible()
  await look(own, 'one’s own credits')

  await declare(page, '已结束的研修', teacher.name)

  const admin = await browser.newContext({ baseURL: originOf(page) })
  const keeper = await admin.newPage()
  await keeper.goto('/')
  await signIn(keeper, 'admin', product.passwords['admin']!)
  await expect(keeper.getByRole('heading', { level: 1, name: '今日' })).toBeVisible()
  const district = await enter(keeper, browser, 310112, { role: 'district-officer', name: '区教育局', login: 'quju' })
  await recognise(district, '已结束的研修')

  await own.reload()
  await expect(own.getByRole('cell', { name: '示例文号〔2026〕8号' })).toBeVisible()
  await expect(own.getByText(/0\.4 \/ 6/)).toBeVisible()
  const mine = await own.request.get(`${originOf(page)}/api/training/mine`)
  const { credits } = (await mine.json()) as { credits: { code: string }[] }
  const visitor = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const open = await visitor.newPage()
  await open.goto(`${originOf(page)}/verify/${credits[0]!.code}`)
  await expect(open.getByText('这份证明有效')).toBeVisible()
  await expect(open.getByText('区级“知识技能”0.4 学分')).toBeVisible()
  await look(open, 'a certificate checked')
})

test('a school sees how far its teachers are, and enters what they earned elsewhere', async ({ office: page }) => {
  const origin = originOf(page)
  const lines = await page.request.get(`${origin}/api/units/${clusterIn(page)}/schools?year=${YEAR}`)
  const { schools } = (await lines.json()) as { schools: { id: number; name: string }[] }
  const school = schools.find(({ name }) => name.includes('小学'))!
  await page.goto(`${origin}/schools/${school.id}/training-credits`)
  await expect(page.getByText(/位教师中 \d+ 位跟上进度/)).toBeVisible()
  const told1 = await page.request.get(`${origin}/api/schools/${school.id}/training-credits`)
  const { staff } = (await told1.json()) as { staff: { staffNo: string }[] }
  await page.getByRole('button', { name: '登记校外学分' }).click()
  const line = (tier: string) => [staff[0]!.staffNo, tier, '知识技能', '2', dayOf(new Date()), '市级共享课程', '证书 12 号'].join('\t') // prettier-ignore
  await side(page).getByLabel('粘贴的内容').fill(line('县级'))
  await side(page).getByRole('button', { name: '登记 1 笔' }).click()
  await expect(side(page).getByText(/没有级别“县级”，可以填市级/)).toBeVisible()
  await side(page).getByLabel('粘贴的内容').fill(line('市级'))
  await side(page).getByRole('button', { name: '登记 1 笔' }).click()
  await told(page, '已登记 1 笔学分')
  await expect(page.getByRole('cell', { name: '市级共享课程', exact: true })).toBeVisible()
  await look(page, 'the credits of a school')
})
