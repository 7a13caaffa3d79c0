import { choose, openInCluster, side, type Picture } from './picture.ts'

/** Accounts. */
export const keeping: Picture[] = [
  {
    name: 'accounts',
    page: '账号与权限',
    height: 600,
    take: async (page, where) => {
      await openInCluster(page, where, 'accounts')
      await page.getByRole('table', { name: '账号' }).waitFor()
    },
  },
  {
    name: 'invite',
    page: '账号与权限',
    width: 1000,
    height: 760,
    take: async (page) => {
      await page.getByRole('button', { name: '邀请', exact: true }).click()
      await side(page).getByLabel('单位').fill('第一')
      await page.keyboard.press('Enter')
      await choose(page, '角色', '学校联络员')
      await side(page).getByLabel('姓名').fill('王联络')
    },
  },
  {
    name: 'account-side',
    page: '账号与权限',
    width: 1000,
    height: 860,
    take: async (page, where) => {
      await openInCluster(page, where, 'accounts')
      await page.getByRole('button', { name: '管理林联络' }).click()
      await side(page)
        .getByRole('button', { name: /^收回：/ })
        .waitFor()
    },
  },
]
