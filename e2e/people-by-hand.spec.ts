import type { Page } from '@playwright/test'
import { clusterIn, expect, test } from './journey.ts'
import { look } from './look.ts'

// What is written here is written in 2021: the journeys share one product, and others read the figures of later years.
const field = (page: Page, label: string) => page.getByRole('dialog').getByLabel(label, { exact: true })

async function addTeacher(page: Page, list: string, teacher: { name: string; staffNo: string }): Promise<void> {
  await page.goto(list)
  await page.getByRole('button', { name: '新增教师' }).click()
  await field(page, '姓名').fill(teacher.name)
  await field(page, '工号').fill(teacher.staffNo)
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('status').getByText(`已新增${teacher.name}`)).toBeVisible()
}

test('each number of the cross table opens the list behind it', async ({ office: page, product }) => {
  await page.goto(`${product.address}/clusters/${clusterIn(page)}/teachers?year=2023`)
  await page.getByRole('button', { name: '分层分类统计' }).click()
  const cross = page.getByRole('region', { name: '分层分类统计' })
  await cross.getByLabel('列').selectOption({ label: '骨干类别' })
  await expect(cross.getByRole('columnheader', { name: '区骨干' })).toBeVisible()
  const number = cross.getByRole('row', { name: /^小学/ }).getByRole('link').first()
  const count = (await number.textContent())!
  await look(page, 'the cross table')
  await number.click()
  await expect(page).toHaveURL(/stage=%E5%B0%8F%E5%AD%A6/)
  await expect(page.getByText(`符合条件的 ${count} 人`)).toBeVisible()
})

test('a teacher is added, corrected, exempt with a proof, and the page tells what was done', async ({
  office: page,
  product,
}) => {
  const list = `${product.address}/clusters/${clusterIn(page)}/teachers?year=2021`
  await addTeacher(page, list, { name: '欧阳明月', staffNo: '0990012345' })
  await page.goto(`${list}&q=欧阳明月`)
  await page.getByRole('table').getByRole('link', { name: '欧阳明月' }).click()

  await page.getByRole('button', { name: '更正，2021学年' }).click()
  await field(page, '填报的交流条件').click()
  await page.getByTitle('是', { exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('cell', { name: '填报的交流条件：（空） → 是' })).toBeVisible()

  await page.getByRole('button', { name: '登记免予交流' }).click()
  await field(page, '情况').click()
  await page.getByTitle('怀孕').click()
  await field(page, '开始日期').fill('2021-03-01')
  await field(page, '结束日期').fill('2023-03-01')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('一次最多免 1 年')).toBeVisible()
  await field(page, '结束日期').fill('2022-02-28')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('cell', { name: '免予交流（至2022年2月28日）' })).toBeVisible()

  const proof = { name: '证明.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 a proof') }
  await page.locator('input[type=file]').setInputFiles(proof)
  await expect(page.getByRole('link', { name: '证明.pdf' })).toBeVisible()
  await look(page, 'a teacher')
})

test('two entries of one person are found side by side, made one, and two again', async ({ office: page, product }) => {
  const cluster = clusterIn(page)
  const list = `${product.address}/clusters/${cluster}/teachers?year=2021`
  await addTeacher(page, list, { name: '司马清风', staffNo: '0880012345' })
  await addTeacher(page, list, { name: '司马清风', staffNo: '880012345' })
  await page.goto(`${product.address}/clusters/${cluster}/duplicates`)
  const pair = page.getByRole('listitem').filter({ hasText: '0880012345' })
  await expect(pair.getByText('依据：工号只差前面的 0')).toBeVisible()
  await look(page, 'duplicates')
  await pair.getByRole('button', { name: '同一人，保留0880012345' }).click()
  await expect(page.getByRole('heading', { name: '已合并的' })).toBeVisible()
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
  await expect(pair.getByText('依据：工号只差前面的 0')).toBeVisible()
  await pair.getByRole('button', { name: '不是同一人' }).click()
  await expect(pair).toHaveCount(0)
})

test('a frozen list keeps its number while the register goes on, and is lifted with a reason', async ({
  office: page,
  product,
}) => {
  const cluster = clusterIn(page)
  const eligible = `${product.address}/clusters/${cluster}/eligible?year=2021`
  await page.goto(eligible)
  const told = await page.getByText(/^2021学年名单还没有冻结，名册现在判定 \d+ 人/).textContent()
  const n = Number(/判定 (\d+) 人/.exec(told!)![1])
  await page.getByRole('button', { name: '冻结2021学年名单' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '冻结', exact: true }).click()
  await expect(page.getByText(`2021学年名单已全部冻结：${n} 人符合交流条件`)).toBeVisible()
  await look(page, 'the frozen list')

  await page.goto(`${product.address}/clusters/${cluster}/teachers?year=2021&eligible=yes`)
  await page.getByRole('table').getByRole('rowheader').first().getByRole('link').click()
  await page.getByRole('button', { name: '离校，2021学年' }).click()
  await field(page, '去向或原因').fill('调往外区')
  await page.getByRole('dialog').getByLabel('以后各学年一并更改').uncheck()
  await page.getByRole('dialog').getByRole('button', { name: '离校', exact: true }).click()
  await expect(page.getByText(/已登记.+离校/)).toBeVisible()

  await page.goto(eligible)
  await expect(page.getByRole('heading', { name: '冻结后名册有 1 处变化，不影响已冻结的名单' })).toBeVisible()
  await expect(page.getByText(`已全部冻结：${n} 人`)).toBeVisible()
  await page.getByRole('button', { name: '解除冻结' }).click()
  await field(page, '原因').fill('名册有误，重新核定')
  await page.getByRole('dialog').getByRole('button', { name: '解除冻结', exact: true }).click()
  await expect(page.getByText(`2021学年名单还没有冻结，名册现在判定 ${n - 1} 人`)).toBeVisible()
})
