import type { Page } from '@playwright/test'
import { guideLedger } from './ledger.ts'
import { choose, open, openInCluster, side, type Picture, type Where } from './picture.ts'

const PATIENCE = { timeout: 90_000 }

/** Hands a ledger in and waits for what was found in it. */
async function send(page: Page, where: Where, path: string): Promise<void> {
  await openInCluster(page, where, 'import')
  await page.locator('input[type=file]').setInputFiles(path)
  await page.getByText('核对好了，还没有写入').waitFor(PATIENCE)
}

/** Ledgers in, by the office and by the schools. */
export const ledgers: Picture[] = [
  {
    name: 'import-start',
    page: '导入台账',
    height: 560,
    take: (page, where) => openInCluster(page, where, 'import'),
  },
  {
    name: 'import-columns',
    page: '导入台账',
    height: 860,
    take: async (page, where) => {
      await send(page, where, (await guideLedger({ 姓名: '老师名字' })).path)
      await page.getByRole('combobox', { name: '教师：姓名' }).waitFor()
    },
  },
  {
    name: 'import-checked',
    page: '导入台账',
    height: 900,
    take: async (page, where) => send(page, where, (await guideLedger()).path),
  },
  {
    name: 'import-corrections',
    page: '导入台账',
    height: 760,
    take: async (page) => {
      await page.getByRole('link', { name: /^改正退回的/ }).click()
      await page.getByRole('button', { name: '下一处要改的' }).click()
      await page
        .getByText(/职称“高级”不在可选范围内/)
        .first()
        .waitFor()
      await page.evaluate(() => scrollTo(0, 0))
    },
  },
  {
    name: 'import-undo',
    page: '导入台账',
    height: 620,
    take: async (page) => {
      await page.getByRole('link', { name: '回到这次导入' }).click()
      await page.getByRole('button', { name: '确认导入' }).click()
      await page.getByRole('button', { name: '撤销这次导入' }).click(PATIENCE)
      await page.getByRole('button', { name: '确认撤销' }).waitFor()
    },
  },
  {
    name: 'call',
    page: '学校报送台账',
    width: 1000,
    height: 760,
    take: async (page, where) => {
      await page.getByRole('button', { name: '确认撤销' }).click()
      await page.getByText(/数据已恢复到导入之前/).waitFor(PATIENCE)
      await openInCluster(page, where, 'hand-in')
      await page.getByRole('button', { name: '发起报送' }).click()
      await choose(page, '学年', '2023学年')
      for (const sheet of ['学校', '交流轮岗', '工作室', '教研活动', '跨校带教', '课程', '场馆共享'])
        await side(page).getByRole('checkbox', { name: sheet, exact: true }).uncheck()
      await side(page).getByLabel('说明（可不填）').fill('请先核对教师一览表，再报送')
    },
  },
  {
    name: 'today-phone',
    page: '今天要办的',
    who: 'liaison',
    width: 390,
    height: 760,
    take: async (page, where) => {
      await side(where.office).locator('form').getByRole('button', { name: '发起报送' }).click()
      await where.office.getByRole('table', { name: '各校报送情况' }).waitFor()
      await open(page, where, '/')
      await page.getByText('报送2023学年台账').first().waitFor()
    },
  },
  {
    name: 'hand-in-phone',
    page: '学校报送台账',
    who: 'liaison',
    width: 390,
    height: 760,
    take: (page, where) => open(page, where, `/schools/${where.school.id}/hand-in`),
  },
  {
    name: 'hand-in-checked',
    page: '学校报送台账',
    who: 'liaison',
    width: 390,
    height: 760,
    take: async (page) => {
      await page.locator('input[type=file]').setInputFiles((await guideLedger()).path)
      await page.getByText('核对好了，还没有写入').waitFor(PATIENCE)
    },
  },
  {
    name: 'hand-in-sent',
    page: '学校报送台账',
    who: 'liaison',
    width: 390,
    height: 640,
    take: async (page, where) => {
      await page.getByRole('button', { name: '确认导入' }).click()
      await page.getByText('已导入', { exact: true }).first().waitFor(PATIENCE)
      await open(page, where, `/schools/${where.school.id}/hand-in`)
    },
  },
  {
    name: 'hand-in-board',
    page: '学校报送台账',
    height: 620,
    take: async (page, where) => {
      await openInCluster(page, where, 'hand-in')
      await page.getByRole('table', { name: '各校报送情况' }).waitFor()
    },
  },
  {
    name: 'hand-in-review',
    page: '学校报送台账',
    take: async (page) => page.getByRole('row').filter({ has: page.getByRole('button', { name: /^通过/ }) }),
  },
]
