import type { Page } from '@playwright/test'
import { invited, said, schoolsOf, side } from './course-desk.ts'
import { clusterIn, expect, test } from './journey.ts'
import { look } from './look.ts'
import { phoneAt } from './on-phone.ts'

const NAME = '古诗一路读'

/** Chooses the first course that there is for a step, and says what it gives the next. */
async function fillStep(page: Page, step: string, gives?: string): Promise<void> {
  await side(page).getByLabel(`${step}的课程`).click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
  if (gives) await side(page).getByLabel(`${step}给下一段什么`).fill(gives)
}

async function begin(page: Page, cluster: string): Promise<void> {
  await page.goto(`/clusters/${cluster}/courses`)
  await expect(page.getByRole('list', { name: '课程', exact: true }).getByRole('listitem').first()).toBeVisible()
  await expect(page.getByRole('button', { name: '登记长程课程' })).toBeVisible()
  await look(page, 'the repository with the sample’s courses')
  await page.getByRole('button', { name: '登记长程课程' }).click()
  await side(page).getByLabel('名称').fill(NAME)
  await fillStep(page, '学前', '喜欢朗读')
  await side(page).getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible()
  await expect(page.getByRole('list', { name: '五段课程' }).getByText('还没有课程')).toHaveCount(4)
  await page.getByRole('button', { name: '送审' }).click()
  await expect(page.getByText('长程课程至少要有 2 段')).toBeVisible()
  await page.getByRole('button', { name: '修改' }).click()
  await fillStep(page, '小学')
  await look(page, 'the form of a path')
  await side(page).getByRole('button', { name: '保存' }).click()
  await expect(side(page)).toBeHidden()
  await look(page, 'a path being written')
}

async function pass(page: Page, todo: string): Promise<void> {
  await page.goto(new URL(page.url()).origin)
  await page.getByRole('link', { name: todo }).click()
  await expect(page.getByRole('list', { name: '五段课程' })).toBeVisible()
  if (todo.includes('专家'))
    for (const item of ['课程目标', '课程内容', '课程实施', '课程资源', '课程评价'])
      await page.getByRole('group', { name: item }).getByLabel('优', { exact: true }).check()
  await look(page, todo)
  await page.getByRole('button', { name: '通过', exact: true }).click()
  await expect(said(page).getByText('已通过')).toBeVisible()
}

test('a school begins a path of five steps with gaps, which is reviewed and admitted', async ({ office, browser }) => {
  test.setTimeout(240_000)
  const [school] = await schoolsOf(office)
  const cluster = clusterIn(office)
  const at = school!.id
  const author = await invited(office, browser, { name: '秦老师', login: 'qinlaoshi', role: 'teacher', at })
  const principal = await invited(office, browser, { name: '秦校长', login: 'qinxiaozhang', role: 'principal', at })
  const expert = await invited(office, browser, { name: '尤专家', login: 'youzhuanjia', role: 'expert', at: Number(cluster) }) // prettier-ignore

  await begin(author, cluster)
  await author.getByRole('button', { name: '送审' }).click()
  await expect(author.getByText('请写明学前这一段')).toBeHidden()
  await expect(said(author).getByText('已送审')).toBeVisible()
  await pass(principal, `长程课程《${NAME}》等学校审核`)
  await pass(expert, `长程课程《${NAME}》等专家评审`)
  await pass(office, `长程课程《${NAME}》等学区审定`)

  await author.reload()
  await expect(author.getByRole('heading', { level: 1, name: NAME })).toBeVisible()
  await expect(author.getByText(/年.*日入库/)).toBeVisible()
  await author.getByRole('list', { name: '五段课程' }).getByRole('link').first().click()
  await expect(author.getByRole('definition').filter({ hasText: '长程' }).first()).toBeVisible()
})

test('a parent without an account finds a course that is open, on a phone', async ({ office, browser, product }) => {
  await expect(office.getByRole('heading', { level: 1 })).toBeVisible()
  const phone = await phoneAt(browser, product.address)
  await phone.goto('/m/courses')
  const list = phone.getByRole('list', { name: '公开课程' })
  await expect(list.getByRole('link')).not.toHaveCount(0)
  const name = await list.getByRole('link').first().innerText()
  await look(phone, 'open courses on a phone')
  await phone.getByLabel('找课程').fill('没有这样的课')
  await phone.getByRole('button', { name: '找', exact: true }).click()
  await expect(phone.getByText('没有找到公开的课程')).toBeVisible()
  await phone.getByLabel('找课程').fill(name.slice(0, 2))
  await phone.getByRole('button', { name: '找', exact: true }).click()
  await list.getByRole('link', { name }).click()
  await expect(phone.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(phone.getByRole('heading', { name: '课程目标' })).toBeVisible()
  await look(phone, 'an open course on a phone')
})
