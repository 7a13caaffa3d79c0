import { dismissTold, open, openInCluster, side, type Picture } from './picture.ts'

/** Getting in, the day, and how one is told. */
export const firstSteps: Picture[] = [
  {
    name: 'sign-in',
    page: '第一次使用与登录',
    who: 'guest',
    width: 900,
    height: 620,
    take: (page, where) =>
      page
        .goto(where.address)
        .then(() => page.getByRole('button', { name: '登录' }).waitFor())
        .then(() => page.getByLabel('账号').fill('office')),
  },
  {
    name: 'join',
    page: '第一次使用与登录',
    who: 'guest',
    width: 390,
    height: 860,
    take: async (page, where) => {
      await page.goto(`${where.address}${where.joinPath}`)
      await page.getByRole('button', { name: '加入', exact: true }).waitFor()
      await page.getByLabel('用户名').fill('wanglianluo')
    },
  },
  {
    name: 'second-factor',
    page: '第一次使用与登录',
    width: 1000,
    take: async (page, where) => {
      await open(page, where, '/account')
      await page.getByRole('button', { name: '设置第二重验证' }).click()
      await page.getByLabel('请再输一次密码').waitFor()
      return page.locator('section').filter({ has: page.getByRole('heading', { name: '第二重验证' }) })
    },
  },
  {
    name: 'account',
    page: '第一次使用与登录',
    width: 1000,
    take: async (page, where) => {
      await open(page, where, '/account')
      return page.locator('section').filter({ has: page.getByRole('heading', { name: '修改密码' }) })
    },
  },
  {
    name: 'today',
    page: '今天要办的',
    take: async (page, where) => {
      await open(page, where, '/')
      await page.getByRole('heading', { name: '今天要办' }).waitFor()
    },
  },
  {
    name: 'notices',
    page: '通知、邮箱和群机器人',
    who: 'liaison',
    width: 1000,
    height: 420,
    take: (page, where) => open(page, where, '/notices'),
  },
  {
    name: 'bot',
    page: '通知、邮箱和群机器人',
    width: 1000,
    height: 620,
    take: async (page, where) => {
      await open(page, where, '/account/notices')
      await page.getByRole('button', { name: '添加机器人' }).click()
      await side(page).getByLabel('企业微信机器人').waitFor()
    },
  },
  {
    name: 'ways',
    page: '通知、邮箱和群机器人',
    width: 1000,
    height: 1000,
    take: async (page) => {
      await side(page)
        .getByLabel('机器人的地址（Webhook）')
        .fill('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=example')
      await side(page).getByRole('button', { name: '添加', exact: true }).click()
      await page.getByRole('switch').first().waitFor()
      await dismissTold(page)
    },
  },
  {
    name: 'changes',
    page: '变动记录与我的数据',
    height: 620,
    take: async (page, where) => {
      await openInCluster(page, where, 'changes')
      await page.getByRole('table', { name: '最近变动' }).waitFor()
    },
  },
  {
    name: 'own-data',
    page: '变动记录与我的数据',
    who: 'liaison',
    width: 1000,
    height: 560,
    take: (page, where) => open(page, where, '/account/data'),
  },
]
