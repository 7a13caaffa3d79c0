import { choose, dismissTold, open, openInCluster, side, type Picture } from './picture.ts'

/** The formation, targets, reports. */
export const figures: Picture[] = [
  {
    name: 'formation',
    page: '雁阵图',
    take: async (page, where) => {
      await openInCluster(page, where, 'formation?year=2023')
      return page.getByRole('group', { name: /雁阵图/ })
    },
  },
  {
    name: 'formation-school',
    page: '雁阵图',
    width: 1000,
    height: 580,
    take: async (page) => {
      await page.getByRole('combobox', { name: '显示往来' }).selectOption({ label: '交流轮岗教师' })
      await page
        .getByRole('group', { name: /雁阵图/ })
        .getByRole('button')
        .first()
        .focus()
      await page.keyboard.press('Enter')
      await side(page).getByRole('table', { name: '对照目标' }).waitFor()
    },
  },
  {
    name: 'targets',
    page: '目标与规则',
    take: async (page, where) => {
      await openInCluster(page, where, 'targets')
      return page.locator('section').filter({ has: page.getByRole('table', { name: '各年目标' }) })
    },
  },
  {
    name: 'rules',
    page: '目标与规则',
    take: async (page) => page.getByRole('region', { name: '交流轮岗比例', exact: true }),
  },
  {
    name: 'concerns',
    page: '目标与规则',
    take: async (page) => page.getByRole('region', { name: '需要说明的数据' }),
  },
  {
    name: 'goal',
    page: '目标与规则',
    width: 1000,
    height: 960,
    take: async (page) => {
      await page.getByRole('button', { name: '设定目标' }).click()
      await side(page).getByLabel('指标', { exact: true }).click()
      await page.keyboard.type('骨干教师占比')
      await page.keyboard.press('Enter')
      await choose(page, '哪一学年达到', '2025学年')
      await side(page)
        .getByLabel(/^达到多少/)
        .fill('33')
      await side(page).getByLabel('为什么这样定').fill('新评的区骨干明年到岗')
    },
  },
  {
    name: 'what-if',
    page: '目标与规则',
    take: async (page, where) => {
      await open(page, where, `/units/${where.cluster}/figures/rotated_backbone_share?year=2023`)
      return page.getByRole('region', { name: '算一算' })
    },
  },
  {
    name: 'report-draft',
    page: '写一份基本情况报告',
    height: 700,
    take: async (page, where) => {
      await openInCluster(page, where, 'reports')
      await page.getByLabel('报告的学年').selectOption('2023学年')
      await page.getByRole('button', { name: '新建报告' }).click()
      await page.getByRole('region', { name: '版面预览' }).getByRole('table').first().waitFor()
      await dismissTold(page)
    },
  },
  {
    name: 'report-issue',
    page: '写一份基本情况报告',
    width: 1000,
    height: 800,
    take: async (page) => {
      await page.getByRole('button', { name: '定稿发布' }).click()
      await side(page).getByLabel('文号').fill('颛学办〔2026〕3号')
    },
  },
]
