import type { Page } from '@playwright/test'
import { openPostOffice, type PostOffice } from '../test/post-office.ts'
import { expect, signIn, test as base } from './journey.ts'
import { look } from './look.ts'
import { startProduct, type Product } from './product.ts'

/** A product that sends mail and reaches bots on this machine. */
const test = base.extend<object, { post: PostOffice; product: Product }>({
  post: [
    async ({}, use) => {
      const post = await openPostOffice()
      await use(post)
      await post.close()
    },
    { scope: 'worker' },
  ],
  product: [
    async ({ post }, use) => {
      Object.assign(process.env, { YANZHEN_SMTP_URL: post.smtpUrl, YANZHEN_INSIDE_WEBHOOKS: 'on' })
      const product = await startProduct()
      await use(product)
      await product.stop()
      delete process.env['YANZHEN_SMTP_URL']
      delete process.env['YANZHEN_INSIDE_WEBHOOKS']
    },
    { scope: 'worker', timeout: 240_000 },
  ],
})

async function start(page: Page, { address, passwords }: Product, login: string): Promise<void> {
  await page.goto(address)
  await signIn(page, login, passwords[login]!)
  await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible()
}

test('an office lands on its day: what is to be done, what is new, and the way to its cluster', async ({
  page,
  product,
}) => {
  await start(page, product, 'office')
  await expect(page.getByRole('heading', { name: '今天要办' })).toBeVisible()
  await expect(page.getByText(/^达标，\d+ 项$/)).toBeVisible()
  await expect(page.getByRole('heading', { name: '最近变动' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  await look(page, 'today')
  await page.getByRole('link', { name: '进入颛桥镇学区' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '颛桥镇学区' })).toBeVisible()
  await page.getByRole('link', { name: '今日', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible()
})

test('a clerk has notices sent to the group’s bot and to the own mailbox', async ({ page, product, post }) => {
  await start(page, product, 'office')
  await page.getByRole('link', { name: '通知', exact: true }).click()
  await page.getByRole('link', { name: '通知方式' }).click()
  await expect(page.getByText('还没有添加邮箱或机器人。')).toBeVisible()
  await page.getByRole('button', { name: '添加机器人' }).click()
  await page.getByLabel('自建程序（JSON）').check()
  await page.getByLabel('机器人的地址（Webhook）').fill(post.hookUrl)
  await page.getByRole('button', { name: '添加', exact: true }).click()
  await page.getByRole('button', { name: /^试发一条/ }).click()
  await expect.poll(() => post.hooks.length).toBe(1)
  await expect(page.getByText('very-secret')).toHaveCount(0)

  await page.getByRole('button', { name: '添加邮箱' }).click()
  await page.getByLabel('邮箱', { exact: true }).fill('clerk@school.example')
  await page.getByRole('button', { name: '添加', exact: true }).click()
  await expect(page.getByRole('textbox', { name: '验证码' })).toBeVisible()
  await expect.poll(() => post.mails.length).toBe(1)
  await page.getByRole('textbox', { name: '验证码' }).fill(/验证码是 (\d{6})/.exec(post.mails[0]!.text)![1]!)
  await page.getByRole('button', { name: '确认', exact: true }).click()
  await expect(page.getByText('等您填验证码')).toHaveCount(0)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('switch', { name: '报告送到机器人' }).click()
  await expect(page.getByRole('switch', { name: '报告送到机器人' })).not.toBeChecked()
  await page.getByLabel('每天一次，把未读的合成一条').check()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已保存')).toBeVisible()
  await page.getByRole('button', { name: '知道了' }).click()
  await look(page, 'ways')
})

test('on a phone the menu of the cluster keeps what has no room under one button', async ({ page, product }) => {
  await start(page, product, 'office')
  await page.setViewportSize({ width: 390, height: 800 })
  await page.getByRole('link', { name: '进入颛桥镇学区' }).click()
  const more = page.getByRole('navigation', { name: '学区菜单' }).getByRole('button', { name: '更多' })
  await more.focus()
  await page.keyboard.press('Enter')
  const changes = page.getByRole('navigation', { name: '学区菜单' }).getByRole('link', { name: '变动' })
  await expect(changes).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(changes).toBeHidden()
  await more.click()
  await changes.click()
  await expect(page).toHaveURL(/\/changes$/)
  await expect(more).toHaveAttribute('aria-expanded', 'false')
})

test('an administrator’s day leads to the accounts', async ({ page, product }) => {
  await start(page, product, 'admin')
  await expect(page.getByRole('link', { name: '管理账号' })).toBeVisible()
  await look(page, 'the administrator’s day')
})

test('the notices: axe finds nothing, on an office screen and on a phone', async ({ page, product }) => {
  await start(page, product, 'office')
  await page.goto(`${product.address}/notices`)
  await expect(page.getByRole('heading', { level: 1, name: '通知' })).toBeVisible()
  await look(page, 'notices')
})
