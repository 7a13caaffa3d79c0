import { openInCluster, open, type Picture } from './picture.ts'

/** What schools teach and judge together, by what the sample cluster brings along. */
export const teaching: readonly Picture[] = [
  {
    name: 'course',
    page: '课程资源库',
    height: 800,
    take: (page, where) => openInCluster(page, where, 'courses'),
  },
  {
    name: 'shared-course',
    page: '共享授课',
    height: 900,
    take: async (page, where) => {
      await openInCluster(page, where, 'offerings')
      await page.getByRole('link', { name: '剪纸与几何' }).click()
      await page.getByRole('heading', { name: '上课记录' }).waitFor()
    },
  },
  {
    name: 'studio',
    page: '工作室',
    height: 800,
    take: async (page, where) => {
      await openInCluster(page, where, 'studios')
      await page.getByRole('link', { name: '小学数学教学工作室' }).click()
      await page.getByRole('heading', { level: 1, name: '小学数学教学工作室' }).waitFor()
    },
  },
  {
    name: 'contest',
    page: '教学评比',
    height: 800,
    take: async (page, where) => {
      await openInCluster(page, where, 'contests')
      await page.getByRole('link', { name: '课堂教学评比' }).click()
      await page.getByRole('heading', { level: 1, name: '课堂教学评比' }).waitFor()
    },
  },
  {
    name: 'services',
    page: '家庭与学生服务',
    height: 900,
    take: (page, where) => openInCluster(page, where, 'services'),
  },
  {
    name: 'calendar',
    page: '数据标准与日历',
    height: 720,
    take: (page, where) => open(page, where, '/account/calendar'),
  },
]
