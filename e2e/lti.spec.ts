import type { Browser, Page } from '@playwright/test'
import { invitedTeacher } from './course-teacher.ts'
import { expect, test } from './journey.ts'
import { look } from './look.ts'
import { startTool } from './lti-tool.ts'

/** A course with one link, on its page. */
async function atLink(office: Page, browser: Browser, address: string): Promise<Page> {
  const page = await invitedTeacher(office, browser, 'hua')
  const { origin } = new URL(page.url())
  const send = async (path: string, data: object) => {
    const reply = await page.request.post(path, { headers: { origin }, data })
    expect(reply.status(), await reply.text()).toBe(200)
    return (await reply.json()) as { id: string }
  }
  const about = { name: '圆的位置关系', stages: ['初中'], theme: '科技', audience: '学区', licence: '署名' }
  const { id } = await send('/api/courses', about)
  const { revision } = (await (await page.request.get(`/api/courses/${id}`)).json()) as { revision: number }
  const link = { id: '', kind: 'link', title: '圆与圆', fileId: null, address }
  const lessons = [{ id: '', title: '两个圆', minutes: 40, goals: '', steps: '', materials: [link] }]
  await send(`/api/courses/${id}`, { revision, lessons })
  await page.goto(`/courses/${id}`)
  return page
}

test('the office registers a tool, and a teacher goes into it from a course without another sign-in', async ({
  office,
  browser,
}) => {
  const tool = await startTool()
  await office.getByRole('button', { name: '课程教研' }).click()
  await office.getByRole('link', { name: '外部工具' }).click()
  await expect(office.getByText('还没有登记外部工具')).toBeVisible()
  await look(office, 'no tool yet')
  await office.getByRole('button', { name: '登记工具' }).click()
  const form = office.getByRole('dialog')
  await form.getByLabel('工具名称').fill('几何画板')
  await form.getByLabel('链接开头').fill(tool.address)
  await form.getByLabel('登录发起地址').fill('tool.example.cn')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form.getByText('请填写以 https:// 开头的完整地址', { exact: false }).first()).toBeVisible()
  await form.getByLabel('登录发起地址').fill(tool.loginAddress)
  await form.getByLabel('回调地址').fill(tool.redirect)
  await form.getByLabel('回调地址').press('Enter')
  await look(office, 'a tool that is registered')
  await form.getByRole('button', { name: '保存' }).click()
  const part = office.getByRole('region', { name: '几何画板' })
  await expect(part.getByText('公钥地址')).toBeVisible()
  await look(office, 'what a tool has to know')
  const fact = (name: string) => part.locator('dl > div').filter({ hasText: name }).locator('dd').innerText()
  tool.trust({
    ...{ issuer: await fact('平台标识'), authAddress: await fact('认证地址') },
    ...{ clientId: await fact('客户端编号'), keysAddress: await fact('公钥地址') },
  })

  const page = await atLink(office, browser, `${tool.address}/circles`)
  const goIn = async () => {
    const opening = page.waitForEvent('popup')
    await page.getByRole('link', { name: '圆与圆（用“几何画板”打开）' }).click()
    await expect((await opening).getByRole('heading', { name: '欢迎做“圆与圆”' })).toBeVisible()
    await (await opening).close()
  }
  await goIn()
  tool.askByForm()
  await goIn()

  await part.getByRole('button', { name: '修改几何画板' }).click()
  await form.getByLabel('回调地址').press('Backspace')
  await form.getByLabel('回调地址').fill('https://tool.example.cn/launch')
  await form.getByLabel('回调地址').press('Enter')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(part.getByText('https://tool.example.cn/launch')).toBeVisible()
  const refusing = page.waitForEvent('popup')
  await page.getByRole('link', { name: '圆与圆（用“几何画板”打开）' }).click()
  const refused = await refusing
  await expect(refused.getByRole('heading', { name: '没有打开' })).toBeVisible()
  await expect(refused.getByText(`它要回到 ${tool.redirect}，这个地址没有登记`, { exact: false })).toBeVisible()
  await look(refused, 'a tool that is refused')
  await page.context().close()
  await tool.stop()
})
