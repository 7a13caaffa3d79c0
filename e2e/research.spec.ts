import type { Page } from '@playwright/test'
import { timeOf } from '#shared/day.ts'
import { clusterIn, expect } from './journey.ts'
import { look } from './look.ts'
import { call } from './on-phone.ts'
import {
  enter,
  field,
  join,
  pick,
  save,
  schoolOf,
  side,
  test,
  today,
  year,
  type School,
  type Teacher,
} from './research-desk.ts'

const NAME = '小学语文青年教师联合体'
const THEME = '识字教学怎样起步'

async function setUpUnion(page: Page, [first, second]: readonly [School, School], convenor: Teacher): Promise<void> {
  await page.getByRole('button', { name: '课程教研' }).click()
  await page.getByRole('link', { name: '联合教研' }).click()
  await expect(page.getByText(`${year}学年有 16 个联合体`)).toBeVisible()
  await expect(page.getByText(/2021学年 8 个.*2023学年 16 个/)).toBeVisible()
  await look(page, 'the unions')
  await page.getByRole('button', { name: '新增联合体' }).click()
  await field(page, '名称').fill(NAME)
  await pick(page, '学段', '小学')
  await page.keyboard.press('Escape')
  if ((await side(page).count()) === 0) throw new Error('the form closed with the list')
  await field(page, '学科或领域').fill('语文')
  await pick(page, '成员学校', first.name)
  await pick(page, '成员学校', second.name)
  await field(page, '学科或领域').click()
  await field(page, '召集人（姓名或工号，可以以后再填）').fill('无此人')
  await save(page)
  await expect(side(page)).toContainText('这些学校的教师名册里没有“无此人”')
  await field(page, '召集人（姓名或工号，可以以后再填）').fill(convenor.staffNo)
  await save(page)
  await page.getByRole('link', { name: NAME }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(NAME)
}

async function plan(page: Page, unionAddress: string, host: School): Promise<void> {
  await page.goto(unionAddress)
  await page.getByRole('button', { name: '写一项计划' }).click()
  await field(page, '主题').fill(THEME)
  await pick(page, '主办学校', host.name)
  await save(page)
  await expect(page.getByText('已写入计划，等学区办确认')).toBeVisible()
  await look(page, 'a plan that waits')
}

/** An hour of today that has begun; one signs in to it until a day after. */
const begun = () => {
  const now = timeOf(new Date())
  return now >= '00:30' ? { from: '00:00', until: '00:30' } : { from: '00:00', until: '23:59' }
}

async function arrange(page: Page, unionAddress: string): Promise<string> {
  await page.goto(unionAddress)
  await page.getByRole('button', { name: `安排活动：${THEME}` }).click()
  await expect(field(page, '主题')).toHaveValue(THEME)
  const { from, until } = begun()
  await field(page, '日期').fill(today)
  await field(page, '开始时间').fill(from)
  await field(page, '结束时间').fill(until)
  await field(page, '地点（可不填）').fill('三楼会议室')
  await save(page)
  await expect(page.getByRole('heading', { level: 1, name: THEME })).toBeVisible()
  await look(page, 'an activity ahead')
  return page.url()
}

async function signInTo(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByText('✓ 已签到')).toBeVisible()
}

test('a union plans, holds an activity, and the figure of joint research opens to it', async ({
  page,
  browser,
  own: product,
}) => {
  test.setTimeout(420_000)
  const { address } = product
  await enter(page, product)
  const cluster = clusterIn(page)
  const figure = `${address}/units/${cluster}/figures/joint_research?year=${year}`
  const [home, other] = [await schoolOf(page, address, '第三小学'), await schoolOf(page, address, '第四小学')] as const
  const [convenor, colleague] = home.teachers as [Teacher, Teacher]
  await setUpUnion(page, [home, other], convenor)
  const unionAddress = page.url()

  const desk = await join(browser, { page, address, login: 'zhaoji', school: home, teacher: convenor })
  await plan(desk, unionAddress, home)
  await page.goto(address)
  await page.getByRole('link', { name: `确认${NAME}${year}学年的计划（1 项）` }).click()
  await page.getByRole('button', { name: '确认计划（1 项）' }).click()
  await expect(page.getByText('已确认 1 项')).toBeVisible()
  const eventAddress = await arrange(desk, unionAddress)

  const eventId = eventAddress.split('/').at(-1)!.split('?')[0]!
  const shown = await call<{ path: string; digits: string }>(desk, address, `/api/research-activities/${eventId}/code`)
  const first = await join(browser, { page, address, login: 'xuewang', school: home, teacher: colleague })
  await signInTo(first, shown.path)
  await look(first, 'signed in on a phone')
  const second = await join(browser, { page, address, login: 'xueli', school: other, teacher: other.teachers[0]! })
  await second.goto('/m/research')
  await look(second, 'activities on a phone')
  await second.getByLabel(`${THEME}的备用码`).fill(shown.digits)
  await second.getByRole('button', { name: '签到', exact: true }).click()
  await expect(second.getByText('✓ 已签到')).toBeVisible()
  await desk.goto(`/m/research-code?e=${eventId}`)
  await expect(desk.getByRole('img')).toBeVisible()
  await look(desk, 'the code of an activity')
  await signInTo(desk, (await call<{ path: string }>(desk, address, `/api/research-activities/${eventId}/code`)).path)

  await desk.goto(eventAddress)
  await expect(desk.getByText('3 人，2 校')).toBeVisible()
  await desk.getByRole('button', { name: '写纪要' }).click()
  await field(desk, '纪要').fill('比较了三种识字教学的做法，各校介绍了经验。')
  await side(desk).getByRole('button', { name: '加一项任务' }).click()
  await side(desk).getByLabel('任务', { exact: true }).fill('整理课例')
  await side(desk).getByLabel('由谁做（姓名或工号）').fill(other.teachers[0]!.staffNo)
  await look(desk, 'the minutes')
  await save(desk)
  await expect(desk.getByText(`已计入${year}学年台账，计在${home.name}`)).toBeVisible()
  await look(desk, 'an activity that was held')

  await page.goto(figure)
  await expect(page.getByRole('rowheader', { name: THEME })).toBeVisible()
  await page.goto(`${address}/clusters/${cluster}/research?part=events&year=${year}`)
  await expect(page.getByText(`${year}学年：已开展 1 次，其中 0 次不计数；待开展 0 次`)).toBeVisible()
  await look(page, 'the activities of a year')
  await page.goto(unionAddress)
  await expect(page.getByRole('table', { name: '年度计划' }).getByRole('row').nth(1)).toContainText('已开展')
  await look(page, 'a union')
})
