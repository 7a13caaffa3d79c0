import { clusterIn, expect } from './journey.ts'
import { look } from './look.ts'
import { enter, field, join, save, schoolOf, test, year } from './research-desk.ts'

test('a mentor and a mentee of two schools meet, the mentor reports, both schools sign, and it counts', async ({
  page,
  browser,
  own: product,
}) => {
  test.setTimeout(420_000)
  const { address } = product
  await enter(page, product)
  const cluster = clusterIn(page)
  const [home, other] = [await schoolOf(page, address, '第三小学'), await schoolOf(page, address, '第四小学')] as const
  const [mentor, theirHead] = [home.teachers[4]!, home.teachers[5]!]
  const [mentee, ourHead] = [other.teachers[4]!, other.teachers[5]!]
  await page.goto(`${address}/clusters/${cluster}/research?part=pairs`)
  await page.getByRole('button', { name: '登记带教' }).click()
  await field(page, '导师（姓名或工号）').fill(mentor.staffNo)
  await field(page, '学员（姓名或工号）').fill(mentee.staffNo)
  await field(page, '学科').fill('语文')
  await field(page, '目标').fill('学员能独立上好一节校际公开课')
  await save(page)
  await expect(page.getByText(`${year}学年有 1 对带教，两校都签认的 0 对计入跨校带教`)).toBeVisible()
  await look(page, 'the pairs of a year')
  await page.getByRole('link', { name: `${mentor.name}带教${mentee.name}` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(mentor.name)
  const pair = page.url()

  const desk = await join(browser, { page, address, login: 'daoshi', school: home, teacher: mentor })
  await desk.goto(pair)
  await desk.getByRole('button', { name: '记一次活动' }).click()
  await field(desk, '内容').fill('听了学员的一节课，讨论了提问的设计。')
  await save(desk)
  await desk.getByRole('button', { name: '写学期小结' }).click()
  await field(desk, '内容').fill('学员已能独立设计一节课，下学期上校际公开课。')
  await save(desk)
  await expect(desk.getByText('活动 1 次，小结 1 份')).toBeVisible()
  await look(desk, 'a pair')

  for (const [login, school, teacher] of [
    ['lianluoa', home, theirHead],
    ['lianluob', other, ourHead],
  ] as const) {
    // prettier-ignore
    const head = await join(browser, { page, address, login, school, teacher, role: 'liaison' })
    await head.goto('/')
    await head.getByRole('link', { name: '签认一对跨校带教' }).click()
    await head.getByRole('button', { name: '本校签认' }).click()
    await expect(head.getByText('已签认').first()).toBeVisible()
  }
  await page.goto(`${address}/units/${cluster}/figures/cross_school_mentoring?year=${year}`)
  await expect(page.getByRole('rowheader', { name: mentee.name })).toBeVisible()
})
