import type { Page } from '@playwright/test'
import { dayAfter, dayOf } from '#shared/day.ts'
import { choose, openInCluster, side, type Picture, type Where } from './picture.ts'

/** Three weeks ahead, a day on which halls are open: a weekend or a holiday has none. */
async function openFreeDay(page: Page, where: Where): Promise<string> {
  for (let n = 21; n < 50; n += 1) {
    const day = dayAfter(dayOf(new Date()), n)
    await openInCluster(page, where, `bookings?day=${day}&from=16:30&until=17:30`)
    if ((await page.getByRole('button', { name: '预约体育馆' }).count()) > 0) return day
  }
  throw new Error('no free gym in a month')
}

/** Venues: finding one, booking it, the day, calendars, the register, the map, what came of it. */
export const venues: Picture[] = [
  {
    name: 'booking',
    page: '预约场馆',
    height: 860,
    take: async (page, where) => {
      await openFreeDay(page, where)
      await page.getByRole('button', { name: '预约体育馆' }).first().click()
      await side(page).getByLabel('用途').fill('篮球训练')
      await choose(page, '谁来用', '学校')
      await side(page).getByLabel('班级').fill('四（1）班')
    },
  },
  {
    name: 'booking-day',
    page: '预约场馆',
    height: 760,
    take: async (page, where) => {
      const day = new URL(page.url()).searchParams.get('day')!
      await side(page).getByRole('button', { name: '预约', exact: true }).click()
      await side(page).waitFor({ state: 'hidden' })
      await openInCluster(page, where, `bookings?view=lanes&kind=${encodeURIComponent('体育场馆')}&day=${day}`)
      await page.getByRole('table', { name: '日程' }).waitFor()
    },
  },
  {
    name: 'phone-find',
    page: '手机上预约和签到',
    who: 'liaison',
    width: 390,
    height: 760,
    take: async (page, where) => {
      const day = new URL(where.office.url()).searchParams.get('day')!
      await page.goto(`${where.address}/m/find`)
      await page.getByLabel('哪一天').fill(day)
      await page.getByLabel('从', { exact: true }).fill('16:30')
      await page.getByLabel('到', { exact: true }).fill('17:30')
      await page.getByRole('button', { name: '找空闲场地' }).click()
      await page.getByText(/空闲 \d+ 个/).waitFor()
    },
  },
  {
    name: 'booking-quotas',
    page: '预约场馆',
    width: 1000,
    height: 560,
    take: async (page, where) => {
      await openInCluster(page, where, 'bookings')
      await page.getByRole('button', { name: '使用次数限制' }).click()
      await choose(page, '哪所学校的场馆', '学校')
      await side(page).getByRole('button', { name: '再加一条' }).click()
    },
  },
  {
    name: 'venues',
    page: '场馆与基地',
    height: 760,
    take: (page, where) => openInCluster(page, where, 'venues'),
  },
  {
    name: 'places',
    page: '场馆地图与实践指南',
    height: 800,
    take: async (page, where) => {
      await openInCluster(page, where, 'places')
      await page.locator('.maplibregl-canvas').waitFor()
    },
  },
  {
    name: 'venue-use',
    page: '场馆使用情况',
    height: 800,
    take: (page, where) => openInCluster(page, where, 'venue-use?year=2023'),
  },
]
