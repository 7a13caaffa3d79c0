import type { Browser, Locator, Page } from '@playwright/test'
import { minutesOf } from '#shared/bells.ts'
import { dayAfter, dayOf, timeOf } from '#shared/day.ts'
import { clusterIn, enterCluster, expect, signIn } from './journey.ts'
import type { Product } from './product.ts'

const PASSWORD = 'geese fly in line'
const AT = { longitude: 121.4, latitude: 31.07 }
const DAY_KINDS = ['上学日', '双休日', '节假日', '寒暑假']

/** What the office does elsewhere, done at once. */
export async function call<T>(page: Page, address: string, path: string, data?: object): Promise<T> {
  const options = { headers: { origin: address }, ...(data && { data }) }
  const reply = await page.request[data ? 'post' : 'get'](address + path, options)
  expect(reply.status(), `${path}: ${await reply.text()}`).toBe(200)
  return (await reply.json()) as T
}

/** A phone that stands near the venues. */
export async function phoneAt(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    geolocation: { ...AT, latitude: AT.latitude + 0.0005, accuracy: 20 },
    permissions: ['geolocation'],
    baseURL: address,
  })
  return context.newPage()
}

interface Cluster {
  page: Page
  id: string
  home: number
  guest: number
}

/** Signs the office in on its screen; two schools of the sample, one that has the venue and one that comes. */
export async function enter(page: Page, { address, passwords }: Product): Promise<Cluster> {
  await page.goto(address)
  await signIn(page, 'office', passwords['office']!)
  await enterCluster(page)
  const id = clusterIn(page)
  const { schools } = await call<{ schools: { id: number }[] }>(page, address, `/api/units/${id}/schools?year=2023`)
  return { page, id, home: schools[0]!.id, guest: schools[1]!.id }
}

/** A venue that is open day and night. */
export function openVenue(cluster: Cluster, address: string, name: string, more?: object): Promise<{ id: string }> {
  const openings = DAY_KINDS.map((dayKind) => ({ dayKind, weekdays: [1, 2, 3, 4, 5, 6, 7], fromTime: '00:00', untilTime: '24:00' })) // prettier-ignore
  const venue = { name, kind: '体育场馆', capacity: 200, ...AT, openings, ...more }
  return call(cluster.page, address, `/api/schools/${cluster.home}/venues`, venue)
}

interface Person {
  login: string
  name: string
  role: string
}

/** Somebody who was invited, and signs in on a phone. */
export async function join(
  browser: Browser,
  { address, page: office, unitId, ...body }: Person & { address: string; page: Page; unitId: number },
): Promise<Page> {
  const { login, name, role } = body
  const { path } = await call<{ path: string }>(office, address, `/api/units/${unitId}/invitations`, { name, role })
  const page = await phoneAt(browser, address)
  const data = { login, password: PASSWORD }
  await page.request.post(`/api/join/${path.split(/[/#]/).at(-1)}`, { headers: { origin: address }, data })
  await page.context().clearCookies()
  await page.goto('/m/')
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
  await signInHere(page, login)
  await expect(page.getByRole('heading', { level: 1, name: '今天' })).toBeVisible()
  return page
}

async function signInHere(page: Page, login: string): Promise<void> {
  await page.getByLabel('账号').fill(login)
  await page.getByLabel('密码').fill(PASSWORD)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

interface Time {
  day: string
  from: string
  until: string
}

/** An hour that begins soon enough to check in to it now; in the last half hour of a day, the first of the next. */
export function soon(): Time {
  const day = dayOf(new Date())
  const now = minutesOf(timeOf(new Date()))
  if (now >= 23.5 * 60) return { day: dayAfter(day), from: '00:00', until: '01:00' }
  const step = Math.floor(now / 5) * 5 + 15
  return { day, from: clock(step), until: clock(Math.min(step + 60, 23 * 60 + 55)) }
}

const clock = (at: number) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`

export const fieldOf = (page: Page | Locator, label: string) => page.getByLabel(label, { exact: true })

/** Asks on a phone what is free. */
export async function find(page: Page, { day, from, until }: Time): Promise<void> {
  await page.getByRole('link', { name: '找场地' }).last().click()
  await fieldOf(page, '哪一天').fill(day)
  await fieldOf(page, '从').fill(from)
  await fieldOf(page, '到').fill(until)
  await fieldOf(page, '人数').fill('42')
  await page.getByRole('button', { name: '找空闲场地' }).click()
}

/** Finds a venue on a phone and says what for. */
export async function fill(page: Page, venue: string, time: Time): Promise<void> {
  await find(page, time)
  await page.getByRole('button', { name: `预约${venue}` }).click()
  await say(page)
}

export async function say(page: Page): Promise<void> {
  await fieldOf(page, '用途').fill('四年级篮球训练')
  await fieldOf(page, '班级').fill('四（1）班')
  await fieldOf(page, '人数').fill('40')
}

/** Finds a venue on a phone and books it. */
export async function book(page: Page, venue: string, time: Time): Promise<void> {
  await fill(page, venue, time)
  await page.getByRole('button', { name: '预约', exact: true }).click()
  await expect(page.getByText('✓ 已预约')).toBeVisible()
}
