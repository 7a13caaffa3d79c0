import { clusterIn, expect } from './journey.ts'
import { look } from './look.ts'
import { enter, field, join, save, schoolOf, side, test, year } from './research-desk.ts'

test('the office calls, a teacher applies, is chosen, leads a studio, an expert appraises it, and it counts', async ({
  page,
  browser,
  own: product,
}) => {
  test.setTimeout(420_000)
  const { address } = product
  await enter(page, product)
  const cluster = clusterIn(page)
  const [home, other] = [await schoolOf(page, address, '第三小学'), await schoolOf(page, address, '第四小学')] as const
  const [host, member] = [home.teachers[6]!, other.teachers[6]!]
  await page.getByRole('button', { name: '课程教研' }).click()
  await page.getByRole('link', { name: '工作室', exact: true }).click()
  await page.getByRole('button', { name: '发起遴选' }).click()
  await field(page, '类型').click()
  await page.locator('.ant-select-dropdown:visible').getByTitle('名师工作室', { exact: true }).click()
  await field(page, '名称').fill('学区名师工作室遴选')
  await field(page, '名额').fill('2')
  await field(page, '条件').fill('高级教师，带教过青年教师')
  await save(page)
  await look(page, 'studios of a year, none yet')
  await page.getByRole('link', { name: '学区名师工作室遴选' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '学区名师工作室遴选' })).toBeVisible()
  const call = page.url()

  const desk = await join(browser, { page, address, login: 'zhuchiren', school: home, teacher: host })
  await desk.goto(call)
  await desk.getByRole('button', { name: '申报', exact: true }).click()
  await expect(field(desk, '主持人（姓名或工号）')).toHaveValue(host.name)
  await field(desk, '主持人（姓名或工号）').fill(host.staffNo)
  await field(desk, '工作室名称').fill('小学语文名师工作室')
  await field(desk, '学科或领域').fill('语文')
  await field(desk, '工作计划').fill('每学年带教六位青年教师，面向学区上两节示范课。')
  await side(desk).getByRole('button', { name: '申报', exact: true }).click()
  await expect(desk.getByText('待评选', { exact: true })).toBeVisible()
  await look(desk, 'a call with the own application')

  await page.reload()
  await page.getByRole('button', { name: '评选：小学语文名师工作室' }).click()
  await field(page, '结果').click()
  await page.locator('.ant-select-dropdown:visible').getByTitle('入选', { exact: true }).click()
  await field(page, '理由').fill('带教成效好')
  await save(page)
  await page.getByRole('link', { name: '打开工作室' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '小学语文名师工作室' })).toBeVisible()
  const studio = page.url()

  await desk.goto(studio)
  await desk.getByRole('button', { name: '添加任务' }).click()
  await field(desk, '任务').fill('面向学区上一节示范课')
  await save(desk)
  await desk.getByRole('button', { name: '添加成员' }).click()
  await field(desk, '成员的姓名或工号').fill(member.staffNo)
  await save(desk)
  await expect(desk.getByText('1 人，1 所学校')).toBeVisible()
  await desk.getByRole('button', { name: '登记完成：面向学区上一节示范课' }).click()
  await field(desk, '说明').fill('在本校上课，八位教师听课')
  await save(desk)
  await expect(desk.getByText('在本校上课，八位教师听课')).toBeVisible()
  await look(desk, 'a studio')

  await page.reload()
  await page.getByRole('button', { name: '考核这个学年' }).click()
  for (const name of ['年度任务', '成员成长', '辐射作用', '成果'])
    await side(page)
      .getByRole('group', { name: new RegExp(name) })
      .getByLabel('优', { exact: true })
      .check()
  await side(page).getByLabel('评语').fill('任务完成得好，成员进步明显。')
  await side(page).getByRole('button', { name: '提交考核' }).click()
  await expect(page.getByText('优秀（100 分）')).toBeVisible()
  await look(page, 'a studio with its appraisal')
  await page.goto(`${address}/units/${cluster}/figures/studios?year=${year}`)
  await expect(page.getByRole('rowheader', { name: '小学语文名师工作室' })).toBeVisible()
})
