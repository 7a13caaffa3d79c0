import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { clusterIn, expect, test } from './journey.ts'
import { look } from './look.ts'

const PHONE = { width: 390, height: 844 }

async function newReport(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/clusters/${clusterIn(page)}/reports`)
  await page.getByLabel('报告的学年').selectOption('2023学年')
  await page.getByRole('button', { name: '新建报告' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '颛桥镇学区2023学年基本情况' })).toBeVisible()
}

/** One school year has one draft at a time. */
async function dropDraft(page: Page): Promise<void> {
  await page.getByRole('button', { name: '删除草稿' }).click()
  const side = page.getByRole('dialog', { name: '删除草稿' })
  await side.locator('.entry-acts').getByRole('button', { name: '删除草稿' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '报告' })).toBeVisible()
}

/** The bytes of one format, as a person gets them from the link. */
async function downloaded(page: Page, format: 'Word' | 'PDF' | 'Excel'): Promise<Buffer> {
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: new RegExp(`^下载 ${format}`) }).click()
  return readFile(await (await download).path())
}

test('the office words a report, looks at it as files, issues it, and nothing can be changed any more', async ({
  office: page,
  product,
}) => {
  await newReport(page, product.address)
  const paper = page.getByRole('region', { name: '版面预览' })
  await expect(paper.getByRole('table', { name: /学区骨干教师/ })).toContainText('30.50')
  await expect(paper).toContainText('骨干教师占比30.50%，比上年提高2.35个百分点')

  const opening = page.getByLabel('开头', { exact: true })
  await opening.fill('根据工作安排，现将颛桥镇学区2023学年的基本情况报告如下。')
  await expect(paper).toContainText('根据工作安排，现将颛桥镇学区')
  await expect(page.getByText(/颛桥镇学区办.*改过/)).toBeVisible()
  await page.getByRole('button', { name: '对照原文' }).click()
  await expect(page.getByText('现将颛桥镇学区2023学年的基本情况报告如下。', { exact: true })).toBeVisible()
  await look(page, 'a draft')

  const members = page.getByLabel('一、基本概况', { exact: true })
  await members.fill('')
  await expect(page.getByText('这一段不能空着')).toBeVisible()
  await page.getByRole('button', { name: '定稿发布' }).click()
  await page.getByRole('dialog', { name: '定稿发布' }).getByRole('link', { name: '一、基本概况' }).click()
  await page.getByRole('button', { name: '恢复原文' }).last().click()
  await expect(page.getByText('这一段不能空着')).toHaveCount(0)

  await page.getByRole('button', { name: '生成文件' }).click()
  expect((await downloaded(page, 'PDF')).subarray(0, 5).toString()).toBe('%PDF-')

  await page.getByRole('button', { name: '更新数据' }).click()
  await expect(page.getByRole('status').filter({ hasText: '没有变化' })).toBeVisible()

  await page.getByRole('button', { name: '定稿发布' }).click()
  const side = page.getByRole('dialog', { name: '定稿发布' })
  await side.getByLabel('文号').fill('颛学办〔2026〕3号')
  await side.locator('form').getByRole('button', { name: '定稿发布' }).click()
  await expect(page.getByText(/已发布$/)).toBeVisible()
  await expect(page.getByLabel('开头', { exact: true })).toHaveCount(0)
  await expect(paper).toContainText('颛学办〔2026〕3号')
  await expect(paper).not.toContainText('草稿')
  for (const format of ['Word', 'PDF', 'Excel'] as const)
    expect((await downloaded(page, format)).length).toBeGreaterThan(5000)
  await look(page, 'an issued report')
})

test('of two who write into one paragraph the second sees what the first wrote', async ({ office: page, product }) => {
  await newReport(page, product.address)
  const other = await page.context().newPage()
  await other.goto(page.url())
  await other.getByLabel('开头', { exact: true }).focus()
  await page.getByLabel('开头', { exact: true }).fill('甲写的开头。')
  await expect(page.getByRole('region', { name: '版面预览' })).toContainText('甲写的开头。')
  await other.getByLabel('开头', { exact: true }).fill('乙写的开头。')
  await expect(other.getByRole('alert')).toContainText('刚刚改过这一段')
  await expect(other.locator('blockquote')).toHaveText('甲写的开头。')
  await other.getByRole('button', { name: '用我写的' }).click()
  await expect(other.getByRole('region', { name: '版面预览' })).toContainText('乙写的开头。')
  await other.close()
  await dropDraft(page)
})

test('a mistake is put right by a new edition, and the old one can be withdrawn', async ({ office: page, product }) => {
  await newReport(page, product.address)
  await page.getByRole('button', { name: '定稿发布' }).click()
  await page.locator('form').getByRole('button', { name: '定稿发布' }).click()
  await expect(page.getByText(/已发布$/)).toBeVisible()
  await page.getByRole('button', { name: '出更正版' }).click()
  await expect(page.getByRole('link', { name: '更正第 1 版' })).toBeVisible()
  await expect(page.getByText(/^（第2版，更正.*发布的第1版）$/)).toBeVisible()
  const draft = page.url()
  await page.goto(`${product.address}/clusters/${await clusterOf(page)}/reports`)
  await page.getByLabel('报告的学年').selectOption('2023学年')
  await page.getByRole('button', { name: '新建报告' }).click()
  await page.getByRole('link', { name: '打开这份草稿' }).click()
  await expect(page).toHaveURL(draft)
  await page.getByRole('link', { name: '更正第 1 版' }).click()
  await expect(page.getByRole('link', { name: '已有第 2 版' })).toBeVisible()
  await page.getByRole('button', { name: '撤回' }).click()
  const side = page.getByRole('dialog', { name: '撤回' })
  await side.getByLabel('撤回原因').fill('个别数据有误')
  await side.locator('form').getByRole('button', { name: '撤回' }).click()
  await expect(page.getByText(/撤回：个别数据有误/)).toBeVisible()
  await page.goto(`${product.address}/clusters/${await clusterOf(page)}/reports`)
  await expect(page.getByRole('table', { name: '报告' })).toContainText('已撤回')
  await look(page, 'the reports')
  await page.goto(draft)
  await dropDraft(page)
})

const clusterOf = async (page: Page): Promise<string> =>
  /\/clusters\/(\d+)/.exec(
    (await page.getByRole('navigation', { name: '当前位置' }).getByRole('link').first().getAttribute('href'))!,
  )![1]!

test('on a phone a draft is written and given up', async ({ office: page, product }) => {
  await page.setViewportSize(PHONE)
  await newReport(page, product.address)
  await page.getByLabel('一、基本概况', { exact: true }).fill('颛桥镇学区有成员校36所，其余情况见下表。')
  await expect(page.getByRole('region', { name: '版面预览' })).toContainText('其余情况见下表')
  await page.getByRole('button', { name: '恢复原文' }).click()
  await expect(page.getByRole('region', { name: '版面预览' })).toContainText('其中托育3所')
  await dropDraft(page)
})
