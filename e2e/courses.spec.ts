import type { Page } from '@playwright/test'
import { invited, said, schoolsOf, side } from './course-desk.ts'
import { clusterIn, expect, test } from './journey.ts'
import { look } from './look.ts'

async function fillOutline(page: Page, parts: Record<string, string>): Promise<void> {
  await page.getByRole('button', { name: '修改课程纲要' }).click()
  for (const [part, text] of Object.entries(parts)) await side(page).getByLabel(part).fill(text)
  await side(page).getByRole('button', { name: '保存' }).click()
  await expect(side(page)).toBeHidden()
}

async function addLesson(page: Page, title: string, address?: string): Promise<void> {
  await page.getByRole('button', { name: '增加课时' }).click()
  await side(page).getByLabel('课时名称').fill(title)
  if (address) {
    await side(page).getByRole('button', { name: '增加一个网址' }).click()
    await side(page).getByLabel('第 1 份材料的名称').fill('学习单')
    await side(page).getByLabel('第 1 份材料的网址').fill('www.example')
    await side(page).getByRole('button', { name: '保存' }).click()
    await expect(side(page).getByText('材料“学习单”的网址不对')).toBeVisible()
    await side(page).getByLabel('第 1 份材料的网址').fill(address)
  }
  await side(page).getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('article', { name: title })).toBeVisible()
}

async function begin(page: Page): Promise<string> {
  await page.goto('/courses/new')
  await page.getByLabel('课程名称').fill('船模制作')
  await page.getByLabel('适合学段').click()
  await page.getByTitle('小学', { exact: true }).click()
  await page.keyboard.press('Escape')
  await look(page, 'a new course')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await expect(page.getByText('学科和主题至少填一项', { exact: true }).last()).toBeVisible()
  await page.getByLabel('主题').fill('科技')
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: '船模制作' })).toBeVisible()
  return page.url()
}

async function submit(page: Page, kinds: string[] = []): Promise<void> {
  await page.getByRole('button', { name: '送审', exact: true }).click()
  for (const kind of kinds) await side(page).getByLabel(kind).check()
  await side(page).getByRole('button', { name: '送审', exact: true }).click()
  await expect(said(page).getByText('《船模制作》已送审')).toBeVisible()
}

/** Each finds the course on the day's page, and says what is theirs to say. */
async function pass({ principal, expert, office }: Record<'principal' | 'expert' | 'office', Page>, isFirst: boolean) {
  await principal.goto('/')
  await principal.getByRole('link', { name: '课程《船模制作》等学校审核' }).click()
  await principal.getByRole('button', { name: '通过' }).click()
  await expect(said(principal).getByText('已通过')).toBeVisible()

  await expert.goto('/')
  await expert.getByRole('link', { name: '课程《船模制作》等专家评审' }).click()
  await expert.getByRole('button', { name: '通过' }).click()
  await expect(expert.getByText('请给每一项选等次')).toBeVisible()
  for (const item of ['课程目标', '课程内容', '课程实施', '课程资源', '课程评价'])
    await expert.getByRole('group', { name: item }).getByLabel('优', { exact: true }).check()
  if (isFirst) await look(expert, 'an expert’s review')
  await expert.getByRole('button', { name: '通过' }).click()
  await expect(said(expert).getByText('已通过')).toBeVisible()

  await office.goto(new URL(office.url()).origin)
  await office.getByRole('link', { name: '课程《船模制作》等学区审定' }).click()
  await expect(office.getByText('专家平均 100 分')).toBeVisible()
  if (isFirst) await look(office, 'the office’s decision')
  await office.getByRole('button', { name: '通过' }).click()
  await expect(said(office).getByText('已通过')).toBeVisible()
}

async function adopt(page: Page, address: string): Promise<string> {
  await page.goto(address)
  await page.getByRole('button', { name: '引进到本校' }).click()
  await expect(page.getByText(/^引进自.*《船模制作》第 1 版/)).toBeVisible()
  await fillOutline(page, { 课程目标: '在本校池塘下水' })
  await expect(page.getByText('在本校池塘下水')).toBeVisible()
  await look(page, 'a copy of a course')
  return page.url()
}

async function takeIn(page: Page, copy: string): Promise<void> {
  await page.goto('/')
  await page.getByRole('link', { name: '引进的课程《船模制作》，原课程有更新，请对照' }).click()
  const goals = page.getByRole('region', { name: '课程目标' })
  await expect(goals).toContainText('两边都改了')
  await expect(goals.getByLabel('保留本校的')).toBeChecked()
  await expect(page.getByRole('region', { name: '课程简介' })).toContainText('原课程改了')
  await look(page, 'what is new in the origin')
  await page.getByRole('button', { name: '采用第 2 版' }).click()
  await expect(said(page).getByText('已采用原课程第 2 版')).toBeVisible()
  await expect(page).toHaveURL(copy)
  await expect(page.getByText('在本校池塘下水')).toBeVisible()
  await expect(page.getByText('做一条会转弯的船')).toBeVisible()
}

test('a course is written, reviewed and admitted; another school takes it over and later its next version', async ({
  office,
  browser,
}) => {
  test.setTimeout(240_000)
  const [first, second] = await schoolsOf(office)
  const cluster = Number(clusterIn(office))
  const author = await invited(office, browser, { name: '苏老师', login: 'sulaoshi', role: 'teacher', at: first!.id })
  const principal = await invited(office, browser, { name: '苏校长', login: 'suxiaozhang', role: 'principal', at: first!.id }) // prettier-ignore
  const expert = await invited(office, browser, { name: '何专家', login: 'hezhuanjia', role: 'expert', at: cluster })
  const adopter = await invited(office, browser, {
    name: '林老师',
    login: 'linlaoshi',
    role: 'teacher',
    at: second!.id,
  })

  const address = await begin(author)
  await fillOutline(author, { 课程简介: '做一条船', 课程目标: '会做船' })
  await addLesson(author, '认识船', 'https://www.shmh.gov.cn/')
  await look(author, 'a course being written')
  await submit(author, ['精品'])
  await pass({ principal, expert, office }, true)

  const copy = await adopt(adopter, address)
  await author.goto(address)
  await expect(author.getByText('精品', { exact: true }).first()).toBeVisible()
  await expect(author.getByText(`1 所：${second!.name}`)).toBeVisible()
  await fillOutline(author, { 课程简介: '做一条会转弯的船', 课程目标: '会做会修' })
  await addLesson(author, '比赛')
  await submit(author)
  await pass({ principal, expert, office }, false)
  await takeIn(adopter, copy)

  await author.goto(`${address}/versions`)
  await expect(author.getByRole('heading', { name: '从第 1 版到第 2 版' })).toBeVisible()
  await expect(author.getByRole('region', { name: '课程目标' })).toContainText('会做会修')
  await look(author, 'the versions of a course')
})
