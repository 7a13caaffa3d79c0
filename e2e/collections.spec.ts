import type { Page } from '@playwright/test'
import { dayAfter } from '#shared/day.ts'
import { clusterIn, expect } from './journey.ts'
import { look } from './look.ts'
import { call } from './on-phone.ts'
import { enter, field, join, pick, save, schoolOf, side, test, today } from './research-desk.ts'

const paper = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) })

/** Files are on their way until they may arrive. */
async function holdUploads(page: Page): Promise<() => void> {
  let arrive!: () => void
  const held = new Promise<void>((resolve) => (arrive = resolve))
  await page.route('**/api/uploads/**', async (route) => {
    await held
    await route.continue()
  })
  return arrive
}

test('papers come from schools, the office orders them, and the finished volume goes out with its table of contents', async ({
  page,
  browser,
  own: product,
}) => {
  test.setTimeout(420_000)
  const { address } = product
  await enter(page, product)
  const cluster = clusterIn(page)
  const [home, third] = [await schoolOf(page, address, '第三小学'), await schoolOf(page, address, '第五小学')] as const
  const author = home.teachers[9]!
  await page.getByRole('button', { name: '课程教研' }).click()
  await page.getByRole('link', { name: '论文和案例', exact: true }).click()
  await page.getByRole('button', { name: '发起征稿' }).click()
  await field(page, '名称').fill('青年教师教学论文集')
  await save(page)
  await page.getByRole('link', { name: '青年教师教学论文集' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '青年教师教学论文集' })).toBeVisible()
  const volume = page.url()

  const desk = await join(browser, { page, address, login: 'zuozhe', school: home, teacher: author })
  await desk.goto(volume)
  await desk.getByRole('button', { name: '投稿', exact: true }).click()
  await field(desk, '题目').fill('单元作业的分层设计')
  await field(desk, '作者（姓名或工号，多位用顿号隔开）').fill(author.staffNo)
  await side(desk).getByRole('button', { name: '投稿', exact: true }).click()
  await expect(side(desk).getByRole('alert')).toContainText('请附上稿件')
  const arrive = await holdUploads(desk)
  await side(desk).locator('input[type=file]').setInputFiles(paper('单元作业.txt'))
  await side(desk).getByRole('button', { name: '投稿', exact: true }).click()
  const early = side(desk).getByText('文件还没有传完，传完再按一次。')
  await expect(early).toBeVisible()
  arrive()
  await expect(side(desk).getByText('已附上：单元作业.txt')).toBeVisible()
  await expect(early).toHaveCount(0)
  await side(desk).getByRole('button', { name: '投稿', exact: true }).click()
  await expect(desk.getByRole('rowheader', { name: '单元作业的分层设计' })).toBeVisible()
  await look(desk, 'a volume with the own paper')

  await page.reload()
  await page.getByRole('button', { name: '投稿', exact: true }).click()
  await field(page, '题目').fill('识字教学的三种做法')
  await pick(page, '学校', third.name)
  await field(page, '作者（姓名或工号，多位用顿号隔开）').fill(third.teachers[9]!.staffNo)
  await side(page).locator('input[type=file]').setInputFiles(paper('识字.txt'))
  await expect(side(page).getByText('已附上：识字.txt')).toBeVisible()
  await side(page).getByRole('button', { name: '投稿', exact: true }).click()
  await page.getByRole('button', { name: '收录：单元作业的分层设计' }).click()
  await page.getByRole('button', { name: '收录：识字教学的三种做法' }).click()
  await page.getByRole('button', { name: '上移：识字教学的三种做法' }).click()
  await expect(page.getByRole('button', { name: '下移：识字教学的三种做法' })).toBeVisible()
  await look(page, 'a volume while it is edited')

  // The last day has come and gone: the office closes it for yesterday.
  const id = volume.split('/').at(-1)!
  const { kind, title, words } = await call<Record<string, unknown>>(page, address, `/api/collections/${id}`)
  const days = { from: dayAfter(today, -9), until: dayAfter(today, -1) }
  await call(page, address, `/api/collections/${id}`, { kind, title, words, ...days })
  await page.goto(address)
  await page.getByRole('link', { name: '编排青年教师教学论文集并成册' }).click()
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载目录' }).click()
  expect((await coming).suggestedFilename()).toBe('青年教师教学论文集目录.docx')
  await page.getByRole('button', { name: '成册', exact: true }).click()
  await expect(page.getByRole('heading', { level: 2, name: '目录' })).toBeVisible()
  const whole = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载全部稿件' }).click()
  expect((await whole).suggestedFilename()).toBe('青年教师教学论文集.zip')
  await look(page, 'a finished volume')

  await desk.goto(volume)
  await expect(desk.getByRole('rowheader', { name: '识字教学的三种做法' })).toBeVisible()
  await expect(desk.getByRole('link', { name: '下载全部稿件' })).toHaveCount(0)
  await page.goto(`${address}/teachers/${author.teacherId}`)
  await expect(page.getByText('收录于青年教师教学论文集：单元作业的分层设计')).toBeVisible()
  await page.goto(`${address}/clusters/${cluster}/collections`)
  await look(page, 'the volumes of a cluster')
})
