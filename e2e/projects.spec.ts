import type { Page } from '@playwright/test'
import { dayAfter, dayInWords } from '#shared/day.ts'
import { clusterIn, expect } from './journey.ts'
import { look } from './look.ts'
import { enter, field, join, save, schoolOf, side, test, today } from './research-desk.ts'

/** From a short list, in which nobody types. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await field(page, label).click()
  await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click()
}

test('a teacher registers a project, reports a step that was late, and it stands on the file of a member of another school', async ({
  page,
  browser,
  own: product,
}) => {
  test.setTimeout(420_000)
  const { address } = product
  await enter(page, product)
  const cluster = clusterIn(page)
  const [home, other] = [await schoolOf(page, address, '第三小学'), await schoolOf(page, address, '第四小学')] as const
  const [head, member] = [home.teachers[8]!, other.teachers[8]!]
  await page.getByRole('button', { name: '课程教研' }).click()
  await page.getByRole('link', { name: '课题', exact: true }).click()
  await expect(page.getByText('还没有登记课题')).toBeVisible()

  const desk = await join(browser, { page, address, login: 'ketifuzeren', school: home, teacher: head })
  await desk.goto(`${address}/clusters/${cluster}/projects`)
  await desk.getByRole('button', { name: '登记课题' }).click()
  await expect(field(desk, '负责人（姓名或工号）')).toHaveValue(head.name)
  await field(desk, '负责人（姓名或工号）').fill(head.staffNo)
  await field(desk, '课题名称').fill('小学作业设计研究')
  await choose(desk, '级别', '区级')
  await field(desk, '成员（姓名或工号，多位用顿号隔开）').fill('没有这个人')
  await field(desk, '开始日期').fill(dayAfter(today, -200))
  await field(desk, '结束日期').fill(dayAfter(today, 200))
  await save(desk)
  await expect(side(desk).getByRole('alert')).toContainText('没有这个人')
  await field(desk, '成员（姓名或工号，多位用顿号隔开）').fill(member.staffNo)
  await save(desk)
  await expect(desk.getByText('开题已逾期')).toBeVisible()
  await look(desk, 'the projects of a cluster')
  await desk.getByRole('link', { name: '小学作业设计研究' }).click()
  await expect(desk.getByRole('heading', { level: 1, name: '小学作业设计研究' })).toBeVisible()
  await expect(desk.getByRole('rowheader', { name: member.name })).toBeVisible()

  await desk.getByRole('button', { name: '登记完成：开题' }).click()
  await field(desk, '完成日期').fill(dayAfter(today, -160))
  await save(desk)
  await expect(side(desk).getByRole('alert')).toContainText('请写一句说明')
  await field(desk, '说明').fill('专家论证通过')
  await side(desk)
    .locator('input[type=file]')
    .setInputFiles({ name: '开题报告.txt', mimeType: 'text/plain', buffer: Buffer.from('开题报告') })
  await expect(side(desk).getByText('已附上：开题报告.txt')).toBeVisible()
  await save(desk)
  await expect(desk.getByText(`${dayInWords(dayAfter(today, -160))}完成`)).toBeVisible()
  await desk.getByRole('button', { name: '改中期检查的日期' }).click()
  await field(desk, '期限').fill(dayAfter(today, 20))
  await save(desk)
  await expect(desk.getByText(dayInWords(dayAfter(today, 20)))).toBeVisible()
  await look(desk, 'a project')
  await desk.goto('/')
  await expect(desk.getByRole('link', { name: '完成课题节点：中期检查' })).toBeVisible()

  await page.goto(`${address}/teachers/${member.teacherId}`)
  await expect(page.getByText(/参加区级课题：小学作业设计研究/)).toBeVisible()
  await page.goto(`${address}/clusters/${cluster}/projects`)
  await page.getByRole('link', { name: '小学作业设计研究' }).click()
  await page.getByRole('button', { name: '结束课题' }).click()
  await choose(page, '怎样结束', '结题')
  await side(page).getByRole('button', { name: '结束课题', exact: true }).click()
  await expect(side(page).getByRole('alert')).toContainText('中期检查、结题')
  await choose(page, '怎样结束', '终止')
  await field(page, '说明').fill('负责人调离')
  await side(page).getByRole('button', { name: '结束课题', exact: true }).click()
  await expect(page.getByText(`已终止，${dayInWords(today)}，负责人调离`)).toBeVisible()
  await look(page, 'a project that has ended')
})
