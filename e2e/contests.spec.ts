import { dayAfter } from '#shared/day.ts'
import { clusterIn, expect } from './journey.ts'
import { look } from './look.ts'
import { call } from './on-phone.ts'
import { enter, field, join, pick, save, schoolOf, side, test, today } from './research-desk.ts'

test('schools enter works, a juror scores them by number, and the results are on the file of a teacher', async ({
  page,
  browser,
  own: product,
}) => {
  test.setTimeout(420_000)
  const { address } = product
  await enter(page, product)
  const cluster = clusterIn(page)
  const [home, other, third] = [await schoolOf(page, address, '第三小学'), await schoolOf(page, address, '第四小学'), await schoolOf(page, address, '第五小学')] as const // prettier-ignore
  const [author, judge] = [home.teachers[7]!, other.teachers[7]!]
  await page.getByRole('button', { name: '课程教研' }).click()
  await page.getByRole('link', { name: '教学评比', exact: true }).click()
  await page.getByRole('button', { name: '发起评比' }).click()
  await field(page, '名称').fill('青年教师学科教学竞赛')
  await field(page, '组别和奖项').fill('小学语文 一 2 3')
  await save(page)
  await expect(side(page).getByRole('alert')).toContainText('看不懂这一行')
  await field(page, '组别和奖项').fill('小学语文 1 2 3')
  await save(page)
  await page.getByRole('link', { name: '青年教师学科教学竞赛' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '青年教师学科教学竞赛' })).toBeVisible()
  const contest = page.url()

  const desk = await join(browser, { page, address, login: 'cansai', school: home, teacher: author })
  await desk.goto(contest)
  await desk.getByRole('button', { name: '报送作品', exact: true }).click()
  await field(desk, '作品名称').fill('识字教学一课')
  await field(desk, '教师（姓名或工号，多位用顿号隔开）').fill(author.staffNo)
  await field(desk, '网址').fill('https://example.cn/lesson')
  await side(desk).getByRole('button', { name: '报送作品', exact: true }).click()
  await expect(desk.getByText('1 号', { exact: true })).toBeVisible()
  await look(desk, 'a contest with the own work')
  await page.reload()
  await page.getByRole('button', { name: '报送作品', exact: true }).click()
  await field(page, '作品名称').fill('阅读教学一课')
  await pick(page, '学校', third.name)
  await field(page, '教师（姓名或工号，多位用顿号隔开）').fill(third.teachers[7]!.staffNo)
  await field(page, '网址').fill('https://example.cn/other')
  await side(page).getByRole('button', { name: '报送作品', exact: true }).click()
  await expect(page.getByText('2 号', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: '添加评委' }).click()
  await field(page, '评委的姓名（教师也可以写工号）').fill(author.staffNo)
  await save(page)
  await expect(side(page).getByText('应当回避')).toBeVisible()
  const jury = await join(browser, { page, address, login: 'pingwei', school: other, teacher: judge })
  await field(page, '评委的姓名（教师也可以写工号）').fill(judge.staffNo)
  await save(page)
  await expect(page.getByRole('rowheader', { name: judge.name })).toBeVisible()

  // The last day has come and gone: the office closes it for yesterday.
  const id = contest.split('/').at(-1)!
  const { title, rules, groups, items } = await call<Record<string, unknown>>(page, address, `/api/contests/${id}`)
  const days = { from: dayAfter(today, -9), until: dayAfter(today, -1) }
  await call(page, address, `/api/contests/${id}`, { title, rules, groups, items, ...days })
  await jury.goto('/')
  await jury.getByRole('link', { name: '给青年教师学科教学竞赛的 2 件作品打分' }).click()
  await look(jury, 'what a juror sees')
  await expect(jury.getByText(author.name)).toHaveCount(0)
  for (const [number, last] of [
    [1, '20'],
    [2, '15'],
  ] as const) {
    await jury.getByRole('button', { name: `给 ${number} 号作品打分` }).click()
    for (const [item, mark] of [
      ['教学目标（0 到 20 分）', '20'],
      ['教学内容（0 到 25 分）', '20'],
      ['教学过程（0 到 35 分）', '30'],
      ['教学效果（0 到 20 分）', last],
    ] as const)
      // prettier-ignore
      await side(jury).getByLabel(item).fill(mark)
    await save(jury)
    await expect(side(jury)).toHaveCount(0)
  }

  await page.goto(contest)
  await page.getByRole('button', { name: '公布结果' }).click()
  await expect(page.getByText('一等奖', { exact: true })).toBeVisible()
  await look(page, 'the results of a contest')
  await page.goto(`${address}/teachers/${author.teacherId}`)
  await expect(page.getByText('青年教师学科教学竞赛（小学语文）一等奖：识字教学一课')).toBeVisible()
  await page.goto(`${address}/clusters/${cluster}/contests`)
  await look(page, 'the contests of a cluster')
})
