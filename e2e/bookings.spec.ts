import type { Page } from '@playwright/test'
import { dayAfter, dayOf } from '#shared/day.ts'
import { clusterIn, expect, test } from './journey.ts'
import { look } from './look.ts'

const side = (page: Page) => page.getByRole('dialog')
const free = (page: Page) => page.getByRole('table', { name: '空闲场馆' })

/** Some weeks ahead, the first day on which a hall of the sample is free: a holiday has none. */
async function findFreeDay(page: Page, address: string): Promise<string> {
  const start = dayAfter(dayOf(new Date()), 20)
  for (let n = 0; n < 20; n += 1) {
    const day = dayAfter(start, n)
    await page.goto(`${address}&day=${day}`)
    await expect(page.getByRole('status').filter({ hasText: '个场馆空闲' })).toBeVisible()
    if ((await free(page).getByRole('button', { name: /^预约/ }).count()) > 0) return day
  }
  throw new Error('no free hall in twenty days')
}

test('the office finds a free hall, books it every week, and gives the times back', async ({
  office: page,
  product,
}) => {
  const unit = `${product.address}/clusters/${clusterIn(page)}/bookings?kind=${encodeURIComponent('剧场与报告厅')}&from=15:30&until=17:00`
  await page.getByRole('button', { name: '场馆与基地' }).click()
  await page.getByRole('link', { name: '场馆预约' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^场馆预约/ })).toBeVisible()
  const day = await findFreeDay(page, unit)
  await look(page, 'finding a venue')

  await free(page).getByRole('button', { name: /^预约/ }).first().click()
  await side(page).getByRole('button', { name: '预约', exact: true }).click()
  await expect(side(page).getByText('请填写这一项')).toBeVisible()
  await side(page).getByLabel('用途').fill('学区合唱排练')
  await side(page).getByLabel('谁来用').click()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await side(page).getByLabel('每周重复到').fill(dayAfter(day, 14))
  await side(page).getByRole('button', { name: '预约', exact: true }).click()
  await expect(side(page).getByText(/^共 3 次/)).toBeVisible()
  await side(page).getByRole('checkbox').last().uncheck()
  await look(page, 'the times of a series')
  await side(page)
    .getByRole('button', { name: /^跳过 \d 次，预约其余/ })
    .click()
  await expect(page.getByRole('status').getByText(/^已提交，等场馆审核$|^已预约 \d 次$/)).toBeVisible()

  await page.goto(`${unit}&view=list&day=${day}`)
  const booked = page.getByRole('table', { name: '预约清单' }).getByRole('row').filter({ hasText: '学区合唱排练' })
  await expect(booked.first()).toBeVisible()
  await look(page, 'the list of bookings')
  await booked.first().getByRole('button', { name: /^同意/ }).click()
  await expect(page.getByRole('status').getByText(/^已处理 \d 次$/)).toBeVisible()
  await booked
    .first()
    .getByRole('button', { name: /^签到链接/ })
    .click()
  await expect(side(page).getByLabel('签到链接', { exact: true })).toHaveValue(/\/m\/open\?t=/)
  await look(page, 'a link to check in by')
  await page.keyboard.press('Escape')
  await booked.first().getByRole('button', { name: /^改期/ }).click()
  await side(page).getByLabel('结束', { exact: true }).fill('16:30')
  await look(page, 'moving a booking')
  await side(page).getByRole('button', { name: '改期', exact: true }).click()
  await expect(page.getByRole('status').getByText('已改到 15:30–16:30')).toBeVisible()
  await booked.first().getByRole('button', { name: /^取消/ }).click()
  await side(page).getByLabel('原因').fill('排练改期')
  await side(page).getByRole('button', { name: '取消预约', exact: true }).click()
  await expect(page.getByRole('status').getByText(/^已取消 \d 次$/)).toBeVisible()
  await expect(booked.first()).toContainText('已取消：排练改期')
})

test('the office books a field for a group from outside, by its name', async ({ office: page, product }) => {
  const unit = `${product.address}/clusters/${clusterIn(page)}/bookings?kind=${encodeURIComponent('体育场馆')}&from=16:30&until=17:30`
  await findFreeDay(page, unit)
  await free(page).getByRole('button', { name: '预约田径场' }).first().click()
  await side(page).getByLabel('谁来用').fill('君莲居委会')
  await page.getByText('外来团体：君莲居委会').click()
  await side(page).getByLabel('用途').fill('邻里运动会')
  await look(page, 'booking for a group from outside')
  await side(page).getByRole('button', { name: '预约', exact: true }).click()
  await expect(page.getByRole('status').getByText('已预约 1 次')).toBeVisible()
  await page.getByText('预约清单', { exact: true }).click()
  await expect(page.getByRole('table', { name: '预约清单' })).toContainText('君莲居委会')
})

test('a school says how often others may come; two venues with balls are booked in one request', async ({
  office: page,
  product,
}) => {
  const unit = `${product.address}/clusters/${clusterIn(page)}/bookings?kind=${encodeURIComponent('体育场馆')}&from=16:30&until=17:30`
  await findFreeDay(page, unit)
  await page.getByRole('button', { name: '使用次数限制' }).click()
  await side(page).getByLabel('哪所学校的场馆').click()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await side(page).getByRole('button', { name: '再加一条' }).click()
  await side(page).getByLabel('第 1 条的次数').fill('6')
  await look(page, 'how often others may come')
  await side(page).getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('status').getByText('已保存，以后的预约按这个限制')).toBeVisible()

  const gyms = free(page).getByRole('checkbox', { name: '体育馆一起订', exact: true })
  for (const n of [0, 1]) await gyms.nth(n).check()
  await page.getByRole('button', { name: '一起预约 2 个场馆' }).click()
  await expect(side(page).getByText('全部订到才算数', { exact: false })).toBeVisible()
  await side(page).getByLabel('用途').fill('篮球联赛')
  await side(page).getByLabel('谁来用').click()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await side(page).getByLabel('篮球').first().fill('4')
  await look(page, 'two venues in one request')
  await side(page).getByRole('button', { name: '预约', exact: true }).click()
  await expect(page.getByRole('status').getByText(/^已提交，等场馆审核$|^已预约 2 次$/)).toBeVisible()
  await expect(free(page).getByRole('checkbox', { checked: true })).toHaveCount(0)
})

test('the office sees how the venues were used, and what is behind a figure', async ({ office: page }) => {
  await page.getByRole('button', { name: '场馆与基地' }).click()
  await page.getByRole('link', { name: '场馆使用情况' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^场馆使用情况/ })).toBeVisible()
  await page.getByRole('combobox', { name: '学年' }).selectOption('2023学年')
  const kinds = page.getByRole('table', { name: '按类别' })
  const own = page.getByRole('table', { name: '不计入共享的使用' })
  await expect(own).toContainText('本校自用')
  await look(page, 'the use of venues')

  const figure = kinds.getByRole('link', { name: /^图书馆 \d+ 次，看明细$/ })
  const n = await figure.innerText()
  await figure.click()
  await expect(side(page).getByRole('status')).toHaveText(`计入共享，图书馆：${n} 次`)
  await expect(side(page).getByRole('row').nth(1)).toContainText('图书馆')
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/rows=/)
})

test('in the lanes of a day one draws a booking, and a calendar has it', async ({ office: page, product }) => {
  const unit = `${product.address}/clusters/${clusterIn(page)}/bookings?kind=${encodeURIComponent('社会场馆')}`
  const day = await findFreeDay(page, `${unit}&from=10:00&until=11:00`)
  await page.goto(`${unit}&view=lanes&day=${day}`)
  const board = page.locator('.lane-board')
  await expect(board.getByText('科普展厅', { exact: false })).toBeVisible()
  await look(page, 'a day lane by lane')

  const lane = (await board.getByText('科普展厅', { exact: false }).boundingBox())!
  const [ten, eleven] = [await board.getByText('10:00').boundingBox(), await board.getByText('11:00').boundingBox()]
  const y = lane.y + lane.height / 2
  await page.mouse.move(ten!.x + ten!.width / 2, y)
  await page.mouse.down()
  await page.mouse.move(eleven!.x, y, { steps: 8 })
  await page.mouse.up()
  await expect(page.getByRole('dialog', { name: '预约科普展厅' })).toBeVisible()
  await side(page).getByLabel('用途').fill('航天科普课')
  await side(page).getByLabel('谁来用').click()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await side(page).getByRole('button', { name: '预约', exact: true }).click()
  await expect(page.getByRole('status').getByText(/^已提交，等场馆审核$|^已预约 \d 次$/)).toBeVisible()
  await expect(page.getByRole('table', { name: '日程' })).toContainText('航天科普课')

  await page.getByRole('button', { name: '订阅日历' }).click()
  await side(page).getByRole('button', { name: '生成地址' }).click()
  const address = await side(page).getByLabel('日历地址').inputValue()
  await look(page, 'subscribing to a calendar')
  const calendar = await (await page.request.get(address)).text()
  expect(calendar).toContain('航天科普课')
})
