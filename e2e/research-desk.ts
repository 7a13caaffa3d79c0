import type { Browser, Page } from '@playwright/test'
import { dayOf } from '#shared/day.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import { clusterIn, enterCluster, expect, signIn, test as base } from './journey.ts'
import { call } from './on-phone.ts'
import { startProduct } from './product.ts'

const PASSWORD = 'geese fly in line'
export const today = dayOf(new Date())
export const year = schoolYearOf(today)

/** A product of its own: an activity of this school year would stand in the figures of the other journeys. */
export const test = base.extend<object, { own: Awaited<ReturnType<typeof startProduct>> }>({
  own: [
    async ({}, use) => {
      const product = await startProduct()
      await use(product)
      await product.stop()
    },
    { scope: 'worker', timeout: 240_000 },
  ],
})

export interface Teacher {
  teacherId: string
  name: string
  staffNo: string
}

export interface School {
  id: number
  name: string
  teachers: Teacher[]
}

export const side = (page: Page) => page.getByRole('dialog')
export const field = (page: Page, label: string) => side(page).getByLabel(label, { exact: true })

/** Chooses from the list of a field, by typing what it is called. */
export async function pick(page: Page, label: string, option: string): Promise<void> {
  await field(page, label).fill(option)
  await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click()
}

export const save = (page: Page) => side(page).getByRole('button', { name: '保存', exact: true }).click()

export async function schoolOf(page: Page, address: string, shortName: string): Promise<School> {
  const list = `/api/units/${clusterIn(page)}/schools?year=2023`
  const { schools } = await call<{ schools: { id: number; name: string; shortName: string }[] }>(page, address, list)
  const { id, name } = schools.find((one) => one.shortName === shortName)!
  const { teachers } = await call<{ teachers: Teacher[] }>(page, address, `/api/units/${id}/teachers?year=${year}&limit=100`) // prettier-ignore
  return { id, name, teachers }
}

/** A teacher who was invited and signs in, on a phone or at a desk. */
export async function join(
  browser: Browser,
  { page: office, address, login, school, teacher: { name, teacherId }, role = 'teacher' }: { page: Page; address: string; login: string; school: School; teacher: Teacher; role?: string }, // prettier-ignore
): Promise<Page> {
  const body = { name, role, personId: teacherId }
  const { path } = await call<{ path: string }>(office, address, `/api/units/${school.id}/invitations`, body)
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, baseURL: address })
  const joined = await context.request.post(`/api/join/${path.split(/[/#]/).at(-1)}`, {
    headers: { origin: address },
    data: { login, password: PASSWORD },
  })
  expect(joined.status(), await joined.text()).toBe(200)
  const page = await context.newPage()
  await page.goto('/')
  if (page.url().includes('sign-in')) await signIn(page, login, PASSWORD)
  await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible()
  return page
}

let isRolled = false

/** The office at its desk, with registers of this school year. */
export async function enter(
  page: Page,
  { address, passwords }: Awaited<ReturnType<typeof startProduct>>,
): Promise<void> {
  await page.goto(address)
  await signIn(page, 'office', passwords['office']!)
  await enterCluster(page)
  for (let next = 2024; next <= year && !isRolled; next++)
    await call(page, address, `/api/units/${clusterIn(page)}/teachers/roll-over`, { year: next })
  isRolled = true
}
