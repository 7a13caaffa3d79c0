import { invited, said, schoolsOf, side } from './course-desk.ts'
import { clusterIn, expect, test } from './journey.ts'
import { look } from './look.ts'

const WORDS = '先画一只蓝闪蝶的翅膀，再描出鳞片。'

test('a course is found by a word that stands in one of its files, and by what it is', async ({ office, browser }) => {
  test.setTimeout(240_000)
  const [school] = await schoolsOf(office)
  const cluster = clusterIn(office)
  const author = await invited(office, browser, { name: '许老师', login: 'xulaoshi', role: 'teacher', at: school!.id })
  const principal = await invited(office, browser, { name: '许校长', login: 'xuxiaozhang', role: 'principal', at: school!.id }) // prettier-ignore

  const origin = new URL(author.url()).origin
  const data = { name: '蝴蝶画', stages: ['小学'], theme: '自然', audience: '本校', licence: '署名' }
  const created = await author.request.post(`${origin}/api/courses`, { headers: { origin }, data })
  const { id } = (await created.json()) as { id: string }
  await author.goto(`/courses/${id}`)
  await author.getByRole('button', { name: '修改课程纲要' }).click()
  await side(author).getByLabel('课程简介').fill('画一只')
  await side(author).getByLabel('课程目标').fill('会画')
  await side(author).getByRole('button', { name: '保存' }).click()
  await expect(side(author)).toBeHidden()
  await author.getByRole('button', { name: '增加课时' }).click()
  await side(author).getByLabel('课时名称').fill('翅膀')
  const file = { name: '画法.txt', mimeType: 'text/plain', buffer: Buffer.from(WORDS) }
  await side(author).locator('input[type=file]').setInputFiles(file)
  await expect(side(author).getByLabel('第 1 份材料的名称')).toHaveValue(/画法/)
  await side(author).getByRole('button', { name: '保存' }).click()
  await expect(author.getByRole('article', { name: '翅膀' })).toContainText('画法')
  await author.getByRole('button', { name: '送审', exact: true }).click()
  await side(author).getByRole('button', { name: '送审', exact: true }).click()
  await expect(said(author).getByText('已送审')).toBeVisible()
  await principal.goto('/')
  await principal.getByRole('link', { name: '课程《蝴蝶画》等学校审核' }).click()
  await principal.getByRole('button', { name: '通过' }).click()
  await expect(said(principal).getByText('已通过')).toBeVisible()

  const found = author.getByRole('list', { name: '课程', exact: true })
  await expect(async () => {
    await author.goto(`/clusters/${cluster}/courses?q=${encodeURIComponent('蓝闪蝶')}`)
    await expect(found.getByRole('link', { name: '蝴蝶画' })).toBeVisible({ timeout: 3000 })
  }).toPass({ timeout: 60_000 })
  await expect(found.locator('mark')).toHaveText('蓝闪蝶')
  await look(author, 'a search with one course')

  await author.goto(`/clusters/${cluster}/courses`)
  const cards = found.getByRole('listitem')
  await expect(cards.first()).toBeVisible()
  const all = await cards.count()
  expect(all).toBeGreaterThan(1)
  await author.getByRole('button', { name: /^自然/ }).click()
  await expect(cards).toHaveCount(1)
  await look(author, 'courses narrowed by a theme')
})
