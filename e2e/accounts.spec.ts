import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { clusterIn, expect, signIn, test } from './journey.ts'
import { look } from './look.ts'

async function openAccounts(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '学区菜单' }).getByRole('link', { name: '账号' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '账号' })).toBeVisible()
}

/** Invites a liaison of the first school whose name fits, and returns the link. */
async function invite(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: '邀请', exact: true }).click()
  const side = page.getByRole('dialog')
  await side.getByLabel('单位').fill('第一')
  await page.keyboard.press('Enter')
  await side.getByLabel('角色').click()
  await page.getByTitle('学校联络员').click()
  await side.getByLabel('姓名').fill(name)
  await side.getByRole('button', { name: '生成邀请链接' }).click()
  await expect(side.getByRole('img', { name: `二维码：${name}` })).toBeVisible()
  return side.getByRole('textbox', { name: '链接' }).inputValue()
}

test('the office invites a liaison, who joins on a phone; the role is taken back at once', async ({
  office: page,
  browser,
}) => {
  await openAccounts(page)
  const link = await invite(page, '王联络')
  await look(page, 'the link')
  await page.keyboard.press('Escape')

  const pocket = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
  const phone = await pocket.newPage()
  await phone.goto(link)
  await expect(phone.getByRole('heading', { name: '王联络，您好' })).toBeVisible()
  await expect(phone.getByText('学校联络员')).toBeVisible()
  await look(phone, 'joining')
  await phone.getByLabel('用户名').fill('wanglianluo')
  await phone.getByLabel('密码', { exact: true }).fill('da yan nan fei 2026')
  await phone.getByLabel('再写一遍密码').fill('da yan nan fei 2026')
  await phone.getByRole('button', { name: '加入', exact: true }).click()
  await expect(phone.getByRole('link', { name: '王联络' })).toBeVisible()
  await phone.goto(new URL('/account/data', link).href)
  await expect(phone.getByRole('heading', { level: 2, name: '邀请' })).toBeVisible()
  await look(phone, 'own data')

  await page.reload()
  await page.getByRole('button', { name: '管理王联络' }).click()
  await page.getByRole('button', { name: /^收回：/ }).click()
  await expect(page.getByText('立即生效')).toBeVisible()
  await phone.goto(new URL('/account', link).href)
  await expect(phone.getByText('还没有角色')).toBeVisible()
  await pocket.close()
})

test('many liaisons are invited from a pasted list, with a sheet to print', async ({ office: page }) => {
  await openAccounts(page)
  await page.getByRole('button', { name: '批量邀请联络员' }).click()
  const side = page.getByRole('dialog')
  const school = await firstSchool(page)
  const rows = [`${school}\t赵一\t13800000000`, `${school}\t钱二`, '没有的学校\t孙三', `${school}\t李四\t1380000000`]
  await side.getByLabel('名单').fill(['学校\t姓名\t电话', ...rows, `${school}\t赵一`].join('\n'))
  const faults = side.getByRole('table', { name: '要先改的行' })
  await expect(faults.getByRole('row', { name: /^第 4 行/ })).toContainText('学区里没有“没有的学校”')
  await expect(faults.getByRole('row', { name: /^第 5 行/ })).toContainText('手机号应是 11 位')
  await expect(faults.getByRole('row', { name: /^第 6 行/ })).toContainText('前面已经写过')
  await look(page, 'the list')
  await side.getByRole('button', { name: '生成 2 个邀请' }).click()
  await expect(page.getByRole('img', { name: '二维码：赵一' })).toBeVisible()
  await expect(page.getByRole('img', { name: '二维码：钱二' })).toBeVisible()
  await look(page, 'the sheet of links')
  await expect(page.getByText('名单里有 3 行没有邀请')).toBeVisible()
  await page.getByRole('button', { name: '办完了' }).click()
  await expect(side.getByLabel('名单')).toHaveValue(/^学校\t姓名\t电话\n没有的学校\t孙三\n/)
  await side.getByRole('button', { name: '关闭' }).click()
  await expect(page.getByRole('table', { name: '还没有人接受的邀请' })).toContainText('钱二')
  await look(page, 'the accounts')
})

async function firstSchool(page: Page): Promise<string> {
  const reply = await page.request.get(new URL(`/api/units/${clusterIn(page)}/invitations`, page.url()).href)
  const { places } = (await reply.json()) as { places: { kind: string; name: string }[] }
  return places.find(({ kind }) => kind === 'school')!.name
}

test('what changed is searched, and taken out as a file', async ({ office: page }) => {
  await page.getByRole('navigation', { name: '学区菜单' }).getByRole('link', { name: '变动' }).click()
  const table = page.getByRole('table', { name: '最近变动' })
  await expect(table.getByRole('rowheader').first()).toBeVisible()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出 CSV' }).click(),
  ])
  expect(readFileSync(await file.path(), 'utf8')).toContain('导入台账')
  await page.getByRole('combobox', { name: '做了什么' }).selectOption({ label: '导出变动记录' })
  await expect(page).toHaveURL(/kind=/)
  await expect(table.getByRole('rowheader')).toHaveCount(1)
  await page.getByRole('button', { name: '清除条件' }).click()
  await expect(table).toContainText('导入台账')
  await look(page, 'the record')
})

test('on a phone what narrows the record is folded, and says what is chosen', async ({ office: page }) => {
  await page.goto(page.url().replace(/(clusters\/\d+).*/, '$1/changes'))
  await page.setViewportSize({ width: 390, height: 844 })
  const kinds = page.getByRole('combobox', { name: '做了什么' })
  await expect(page.getByRole('table', { name: '最近变动' }).getByRole('rowheader').first()).toBeInViewport()
  await expect(kinds).toBeHidden()
  const fold = page.getByRole('button', { name: '筛选' })
  await fold.click()
  await kinds.selectOption({ label: '导出变动记录' })
  await look(page, 'what narrows the record')
  await fold.click()
  await expect(kinds).toBeHidden()
  await expect(page.locator('.filters > span')).toHaveText('导出变动记录')
  await page.getByRole('button', { name: '清除条件' }).click()
  await expect(page).not.toHaveURL(/kind=/)
})

test('who keeps the accounts manages them, and is offered nothing that is refused', async ({ page, product }) => {
  await page.goto(product.address)
  await signIn(page, 'admin', product.passwords['admin']!)
  await page.getByRole('link', { name: '管理账号' }).click()
  await expect(page.getByRole('table', { name: '账号' })).toContainText('office')
  await look(page, 'the accounts over the city')
  await page.goto(`${product.address}/admin/changes`)
  await expect(page.getByRole('table', { name: '最近变动' })).toContainText('登录')
  await look(page, 'what was done to the platform')
  const { clusters } = (await (await page.request.get(`${product.address}/api/clusters`)).json()) as {
    clusters: { id: number }[]
  }
  if (clusters[0]) {
    await page.goto(`${product.address}/clusters/${clusters[0].id}/accounts`)
    await expect(page.getByRole('link', { name: '总览' })).toHaveCount(0)
  }
})

test('a second factor is set up, and a recovery code opens the second step', async ({ office: page, product }) => {
  await page.goto(`${product.address}/account`)
  await expect(page.getByText('您的角色管着多所学校的资料')).toBeVisible()
  await page.getByRole('button', { name: '设置第二重验证' }).click()
  await page.getByLabel('请再输一次密码').fill(product.passwords['office']!)
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByRole('img', { name: '手机验证器的二维码' })).toBeVisible()
  await look(page, 'setting up a second factor')
  const secret = (await page.locator('.second-factor code').innerText()).replace(/\s/g, '')
  await page.getByLabel('验证码').fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate())
  await page.getByRole('button', { name: '启用', exact: true }).click()
  await expect(page.locator('.recovery code')).toHaveCount(10)
  const [first = '', second = ''] = await page.locator('.recovery code').allInnerTexts()
  await look(page, 'recovery codes')
  await page.getByRole('button', { name: '已经记下' }).click()

  await page.getByRole('button', { name: '退出登录' }).click()
  await signIn(page, 'office', product.passwords['office']!)
  await expect(page.getByRole('heading', { name: '第二步：输入验证码' })).toBeVisible()
  await look(page, 'the second step')
  await page.getByLabel('验证码').fill(first)
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('link', { name: '进入颛桥镇学区' })).toBeVisible()

  await page.goto(`${product.address}/account`)
  await page.getByRole('button', { name: '停用第二重验证' }).click()
  await page.getByLabel('请填手机上的').fill(second)
  await page.getByRole('button', { name: '停用第二重验证' }).click()
  await expect(page.getByText('第二重验证已停用')).toBeVisible()
})
