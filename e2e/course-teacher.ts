import type { Browser, Page } from '@playwright/test'
import { clusterIn, expect, signIn } from './journey.ts'

const PASSWORD = 'geese fly in line'

/** A teacher whom the office invites to the first school of its cluster: signed in, in a browser of their own. */
export async function invitedTeacher(office: Page, browser: Browser, login: string): Promise<Page> {
  const { origin } = new URL(office.url())
  const headers = { origin }
  const list = await office.request.get(`${origin}/api/units/${clusterIn(office)}/schools?year=2023`)
  const [school] = ((await list.json()) as { schools: { id: number }[] }).schools
  const data = { name: '包老师', role: 'teacher' }
  const reply = await office.request.post(`${origin}/api/units/${school!.id}/invitations`, { headers, data })
  const { path } = (await reply.json()) as { path: string }
  const context = await browser.newContext({ baseURL: origin })
  const joined = await context.request.post(`/api/join/${path.split(/[/#]/).at(-1)!}`, { headers, data: { login, password: PASSWORD } }) // prettier-ignore
  expect(joined.status(), await joined.text()).toBe(200)
  await context.clearCookies()
  const page = await context.newPage()
  await page.goto('/')
  await signIn(page, login, PASSWORD)
  await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible()
  return page
}
