import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import { dayOf } from '#shared/day.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import { packed } from '../test/roster-packages.ts'
import { invitedTeacher } from './course-teacher.ts'
import { clusterIn, expect, test } from './journey.ts'
import { look } from './look.ts'

/** A teacher whom the office invites, with a course just begun: on its page. */
async function atCourse(office: Page, browser: Browser): Promise<Page> {
  const page = await invitedTeacher(office, browser, 'bao')
  const { origin } = new URL(page.url())
  const about = { name: '纸船', stages: ['小学'], theme: '科技', audience: '学区', licence: '署名' }
  const made = await page.request.post('/api/courses', { headers: { origin }, data: about })
  expect(made.status(), await made.text()).toBe(200)
  await page.goto(`/courses/${((await made.json()) as { id: string }).id}`)
  return page
}

/** What comes when a link is clicked: its name, and its bytes. */
async function downloaded(page: Page, link: string): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: link }).click()
  const download = await coming
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

test('a person has one calendar, and an address for it that a calendar program reads', async ({
  office: page,
  product,
}) => {
  await page.goto(product.address)
  await page.getByRole('link', { name: '我的日历' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '我的日历' })).toBeVisible()
  await look(page, 'the own calendar')
  await page.getByRole('button', { name: '生成地址' }).click()
  const address = await page.getByLabel('日历地址').inputValue()
  const read = await page.request.get(address)
  expect(await read.text()).toContain('BEGIN:VCALENDAR')
  await expect(page.getByRole('listitem').filter({ hasText: '我的日历' })).toBeVisible()
  await page.getByRole('button', { name: '停用' }).click()
  await expect(page.getByText('还没有订阅过日历')).toBeVisible()
  expect((await page.request.get(address)).status()).toBe(404)
})

test('the office hands a roster to another platform', async ({ office: page, product }) => {
  await page.goto(`${product.address}/clusters/${clusterIn(page)}/import`)
  await expect(page.getByRole('heading', { name: '交给别的系统' })).toBeVisible()
  const { name, bytes } = await downloaded(page, '导出 OneRoster 名册')
  expect(name).toMatch(/^颛桥镇学区\d{4}学年OneRoster\.zip$/)
  expect(bytes.includes('manifest.csv')).toBe(true)
})

test('a roster is read as a ledger is, and our own changes nothing', async ({ office: page, product }) => {
  const unit = clusterIn(page)
  await page.goto(`${product.address}/clusters/${unit}/import`)
  const roster = await page.request.get(`${product.address}/api/units/${unit}/oneroster.zip?year=2023`)
  const file = { name: 'oneroster.zip', mimeType: 'application/zip', buffer: await roster.body() }
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page.getByText('这份台账与已有数据完全一致，不用再导入。')).toBeVisible({ timeout: 60_000 })
  await look(page, 'a roster that changes nothing')
})

interface Choices {
  schools: { id: number; name: string }[]
  teachers: { teacherId: string }[]
}

const today = dayOf(new Date())

/** A roster of this school year with nothing but two classes of a school. */
function rosterOf(school: { id: number; name: string }): Promise<Buffer> {
  const year = schoolYearOf(today)
  const lines: Record<string, string[]> = {
    manifest: ['propertyName,value', 'oneroster.version,1.2'],
    orgs: ['sourcedId,name,type', `o1,${school.name},school`],
    users: ['sourcedId,username,givenName,familyName,identifier'],
    roles: ['sourcedId,userSourcedId,roleType,role,orgSourcedId'],
    academicSessions: ['sourcedId,title,type,schoolYear', `y1,${year}学年,schoolYear,${year + 1}`],
    classes: ['sourcedId,title,grades,classType,schoolSourcedId', 'c1,四(1)班,04,homeroom,o1', 'c2,4班,05,homeroom,o1'],
  }
  return packed(new Map(Object.entries(lines).map(([name, all]) => [`${name}.csv`, Buffer.from(all.join('\r\n'))])))
}

/** A course that a school of the cluster gives at a distance today, open to all others: its number. */
async function openOffering(page: Page, giver: { id: number }): Promise<string> {
  const { origin } = new URL(page.url())
  const url = `${origin}/api/units/${clusterIn(page)}`
  const choices = await page.request.get(`${url}/offering-choices?schoolId=${giver.id}`)
  const { teachers } = (await choices.json()) as Choices
  const slot = { fromDay: today, untilDay: today, fromTime: '02:00', untilTime: '02:40', schoolId: giver.id, room: '录播室' } // prettier-ignore
  const about = { course: '云上剪纸', stage: '小学', mode: '信息化同步教学', places: 90, enrolUntil: today }
  const data = { ...about, schoolId: giver.id, teacherIds: [teachers.at(-1)!.teacherId], slots: [slot] }
  const written = await page.request.post(`${url}/offerings`, { headers: { origin }, data })
  expect(written.status(), await written.text()).toBe(200)
  const { id } = (await written.json()) as { id: string }
  const published = await page.request.post(`${origin}/api/offerings/${id}/publish`, { headers: { origin } })
  expect(published.status(), await published.text()).toBe(200)
  return id
}

test('classes that a roster brings are offered where a school enrols one, and go again when it is taken back', async ({
  office: page,
  product,
}) => {
  const unit = clusterIn(page)
  const reply = await page.request.get(`${product.address}/api/units/${unit}/offering-choices`)
  const [giver, school] = ((await reply.json()) as Choices).schools
  const offering = await openOffering(page, giver!)

  await page.goto(`${product.address}/clusters/${unit}/import`)
  const file = { name: 'oneroster.zip', mimeType: 'application/zip', buffer: await rosterOf(school!) }
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page.getByText('核对好了，还没有写入')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText(/新增 2 行/).first()).toBeVisible()
  await page.getByRole('button', { name: /^确认导入/ }).click()
  await expect(page.getByRole('button', { name: '撤销这次导入' })).toBeVisible({ timeout: 60_000 })
  const taken = page.url()

  await page.goto(`${product.address}/offerings/${offering}`)
  await page.getByRole('button', { name: '班级报名' }).click()
  const side = page.getByRole('dialog')
  await side.getByLabel('学校', { exact: true }).selectOption({ label: school!.name })
  await side.getByLabel('选一个班添上').selectOption({ label: '五（4）班' })
  await expect(side.getByLabel('班级，如（2）班')).toHaveValue('（4）班')
  await expect(side.getByLabel('年级', { exact: true })).toHaveValue('五年级')
  await side.getByLabel('人数').fill('38')
  await look(page, 'a class is chosen')
  await side.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('status').getByText('已报名 38 人')).toBeVisible()

  const withdrawal = { headers: { origin: product.address }, data: { why: '试过了' } }
  await page.request.post(`${product.address}/api/offerings/${offering}/withdraw`, withdrawal)
  await page.goto(taken)
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await page.getByRole('button', { name: '确认撤销' }).click()
  await expect(page.getByText(/撤销，数据已恢复到导入之前/)).toBeVisible({ timeout: 60_000 })
})

test('a course goes out as a package, and the page says which is for whom', async ({ office, browser }) => {
  const page = await atCourse(office, browser)
  await page.getByRole('button', { name: '导出课程包' }).click()
  await expect(page.getByText('课程还没有发布，导出的是现在写好的内容。')).toBeVisible()
  await look(page, 'the package of a course')
  for (const version of ['1.3', '1.1']) {
    const { name, bytes } = await downloaded(page, `下载课程包（Common Cartridge ${version}）`)
    expect(name).toBe('纸船.imscc')
    expect(bytes.includes('imsmanifest.xml')).toBe(true)
  }
  await page.context().close()
})
