import type { Browser, Page } from '@playwright/test'
import { clusterIn, expect, signIn } from './journey.ts'

const PASSWORD = 'geese fly in line'
export const side = (page: Page) => page.getByRole('dialog')
export const said = (page: Page) => page.getByRole('status')

/** Somebody whom the office invites, signed in on a screen of their own. */
export async function invited(
  office: Page,
  browser: Browser,
  who: { name: string; login: string; role: string; at: number },
) {
  const { origin } = new URL(office.url())
  const { name, login, role, at } = who
  const data = { name, role }
  const reply = await office.request.post(`${origin}/api/units/${at}/invitations`, { headers: { origin }, data })
  const { path } = (await reply.json()) as { path: string }
  const context = await browser.newContext({ baseURL: origin })
  const page = await context.newPage()
  const joined = await page.request.post(`/api/join/${path.split(/[/#]/).at(-1)!}`, {
    headers: { origin },
    data: { login, password: PASSWORD },
  })
  expect(joined.status(), await joined.text()).toBe(200)
  await context.clearCookies()
  await page.goto('/')
  await signIn(page, login, PASSWORD)
  await expect(page.getByRole('link', { name })).toBeVisible()
  return page
}

export async function schoolsOf(office: Page): Promise<{ id: number; name: string }[]> {
  const { origin } = new URL(office.url())
  const reply = await office.request.get(`${origin}/api/units/${clusterIn(office)}/schools?year=2023`)
  return ((await reply.json()) as { schools: { id: number; name: string }[] }).schools
}
