import type { Page } from '@playwright/test'
import { choose, openInCluster, side, type Picture, type Where } from './picture.ts'

const alike = { name: '欧阳明月', staffNos: ['0990012345', '990012345'] }

async function addTeacher(page: Page, where: Where, staffNo: string): Promise<void> {
  await openInCluster(page, where, 'teachers?year=2023')
  await page.getByRole('button', { name: '新增教师' }).click()
  await side(page).getByLabel('姓名', { exact: true }).fill(alike.name)
  await side(page).getByLabel('工号', { exact: true }).fill(staffNo)
  await side(page).getByRole('button', { name: '保存' }).click()
  await page.getByRole('status').getByText(`已新增${alike.name}`).waitFor()
}

/** Schools, campuses, contacts, teachers. */
export const schools: Picture[] = [
  {
    name: 'organization',
    page: '学区、成员校和校区',
    height: 720,
    take: (page, where) => openInCluster(page, where, 'organization'),
  },
  {
    name: 'member-change',
    page: '学区、成员校和校区',
    width: 1000,
    height: 620,
    take: async (page) => {
      await page.getByRole('button', { name: /^变更颛桥第二小学/ }).click()
      await choose(page, '要做什么', '退出')
      await side(page).getByLabel('最后一天').fill('2023-12-31')
      await side(page).getByText('2023学年的指标会少：').waitFor()
    },
  },
  {
    name: 'map',
    page: '学区、成员校和校区',
    height: 720,
    take: async (page, where) => {
      await openInCluster(page, where, 'map')
      await page.getByRole('table', { name: '校区' }).waitFor()
      await page.locator('.maplibregl-canvas').waitFor()
    },
  },
  {
    name: 'contacts',
    page: '学区、成员校和校区',
    width: 1000,
    height: 820,
    take: async (page, where) => {
      await openInCluster(page, where, 'contacts')
      await page.getByRole('button', { name: '登记联系人' }).click()
      await side(page).getByLabel('姓名').fill('顾小燕')
    },
  },
  {
    name: 'teachers',
    page: '教师名册',
    height: 820,
    take: async (page, where) => {
      await openInCluster(page, where, 'teachers?year=2023')
      await page.getByRole('button', { name: '分层分类统计' }).click()
      await page.getByRole('region', { name: '分层分类统计' }).getByRole('table').waitFor()
    },
  },
  {
    name: 'teacher',
    page: '教师名册',
    height: 760,
    take: async (page, where) => {
      await openInCluster(page, where, 'teachers?year=2023&eligible=yes')
      await page.getByRole('table').getByRole('rowheader').first().getByRole('link').click()
      await page.getByRole('table', { name: '逐年情况' }).waitFor()
    },
  },
  {
    name: 'exemption',
    page: '教师名册',
    width: 1000,
    height: 620,
    take: async (page) => {
      await page.getByRole('button', { name: '登记免予交流' }).click()
      await choose(page, '情况', '怀孕')
    },
  },
  {
    name: 'duplicates',
    page: '教师名册',
    height: 860,
    take: async (page, where) => {
      for (const staffNo of alike.staffNos) await addTeacher(page, where, staffNo)
      await openInCluster(page, where, 'duplicates')
      await page.getByText('依据：工号只差前面的 0').first().waitFor()
    },
  },
  {
    name: 'eligible',
    page: '教师名册',
    height: 620,
    take: (page, where) => openInCluster(page, where, 'eligible?year=2022'),
  },
]
