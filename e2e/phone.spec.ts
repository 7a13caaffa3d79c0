import { dayAfter, dayOf } from '#shared/day.ts'
import { expect, test as base } from './journey.ts'
import { look } from './look.ts'
import { book, call, enter, fill, find, say, fieldOf, join, openVenue, phoneAt, soon } from './on-phone.ts'
import { startProduct, type Product } from './product.ts'

/** A product of its own: uses of this school year would stand in the figures of the other journeys. */
const test = base.extend<object, { own: Product }>({
  own: [
    async ({}, use) => {
      const product = await startProduct()
      await use(product)
      await product.stop()
    },
    { scope: 'worker', timeout: 240_000 },
  ],
})

test('a teacher books a gym on a phone, moves and cancels, and checks in by position; the host sees it and closes', async ({
  page,
  own,
  browser,
}) => {
  test.setTimeout(240_000)
  const { address } = own
  const cluster = await enter(page, own)
  await openVenue(cluster, address, '手机馆')
  const host = await join(browser, { address, page, unitId: cluster.home, login: 'zhuren', name: '林联络', role: 'liaison' }) // prettier-ignore
  const teacher = await join(browser, { address, page, unitId: cluster.guest, login: 'laoshi', name: '周老师', role: 'teacher' }) // prettier-ignore
  await look(teacher, 'a day without bookings on a phone')

  await fill(teacher, '手机馆', { day: dayAfter(dayOf(new Date()), 3), from: '09:00', until: '10:00' })
  await look(teacher, 'booking on a phone')
  await teacher.getByRole('button', { name: '预约', exact: true }).click()
  await teacher.getByRole('link', { name: '看我的预约' }).click()
  await expect(teacher.getByText(/09:00–10:00/)).toBeVisible()
  await teacher.getByRole('button', { name: '改期' }).click()
  await fieldOf(teacher, '从').fill('13:00')
  await fieldOf(teacher, '到').fill('14:00')
  await look(teacher, 'moving a booking on a phone')
  await teacher.getByRole('button', { name: '改期' }).click()
  await expect(teacher.getByText(/13:00–14:00/)).toBeVisible()
  await teacher.getByRole('button', { name: '取消', exact: true }).click()
  await fieldOf(teacher, '原因').fill('下雨改在室内')
  await teacher.getByRole('button', { name: '取消这次预约' }).click()
  await expect(teacher.getByText(/已取消，下雨改在室内/)).toBeVisible()
  await look(teacher, 'one’s own bookings on a phone')

  const time = soon()
  await book(teacher, '手机馆', time)
  await teacher.getByRole('link', { name: '今天' }).click()
  await expect(teacher.getByText('手机馆')).toBeVisible()
  await look(teacher, 'a day with a booking on a phone')
  await teacher.getByRole('link', { name: '我的日程' }).click()
  await expect(teacher.getByRole('heading', { level: 1, name: '我的日程' })).toBeVisible()
  await expect(teacher.getByText('手机馆：四年级篮球训练')).toBeVisible()
  const way = teacher.getByRole('link', { name: /^去.+的路线（高德地图）$/ }).first()
  await expect(way).toHaveAttribute('href', /^https:\/\/uri\.amap\.com\/navigation\?to=121\.4%2C31\.07%2C/)
  await look(teacher, 'the coming two weeks on a phone')
  await teacher.getByRole('link', { name: '今天', exact: true }).click()

  await host.getByRole('link', { name: '本校场馆' }).click()
  await fieldOf(host, '日期').fill(time.day)
  await expect(host.getByText('周老师')).toBeVisible()
  await look(host, 'the host’s day on a phone')
  await host.getByRole('link', { name: '显示手机馆的签到码' }).click()
  await expect(host.getByRole('img', { name: '手机馆的签到码，请用手机扫' })).toBeVisible()
  await look(host, 'the code at the door')

  await teacher.getByRole('link', { name: '签到' }).click()
  await expect(teacher.getByText('手机离场地 200 米以内')).toBeVisible()
  await look(teacher, 'checking in on a phone')
  await fieldOf(teacher, '到场人数').fill('38')
  await teacher.getByRole('button', { name: '定位签到' }).click()
  await expect(teacher.getByText('✓ 已签到')).toBeVisible()
  await teacher.getByLabel('5 分').check()
  await teacher.getByLabel('愿意', { exact: true }).check()
  await look(teacher, 'two questions on a phone')
  await teacher.getByRole('button', { name: '提交评价' }).click()
  await expect(teacher.getByText('谢谢，评价已交给场馆。')).toBeVisible()

  await host.getByRole('link', { name: '返回本校场馆' }).click()
  await fieldOf(host, '日期').fill(time.day)
  await expect(host.getByText(/已签到 .*38 人/)).toBeVisible()
  await host.getByRole('button', { name: '使用结束' }).click()
  await expect(host.getByText(/38 人，已用完/)).toBeVisible()
})

test('a scan at the door without a network is sent later; a visitor checks in by a link, the host counts who came', async ({
  page,
  own,
  browser,
}) => {
  test.setTimeout(240_000)
  const { address } = own
  const cluster = await enter(page, own)
  const gym = await openVenue(cluster, address, '断网馆')
  await openVenue(cluster, address, '登记馆')
  await openVenue(cluster, address, '来访馆', { openTo: '所有人' })
  const teacher = await join(browser, { address, page, unitId: cluster.guest, login: 'laoshi2', name: '吴老师', role: 'teacher' }) // prettier-ignore
  const host = await join(browser, { address, page, unitId: cluster.home, login: 'zhuren2', name: '郑联络', role: 'liaison' }) // prettier-ignore
  const time = soon()
  for (const name of ['断网馆', '登记馆']) await book(teacher, name, time)
  const today = teacher.getByRole('link', { name: '今天', exact: true })
  await today.click()
  await expect(teacher.getByRole('link', { name: '签到', exact: true })).toHaveCount(2)
  await teacher.evaluate(async () => void (await navigator.serviceWorker.ready))
  const { path } = await call<{ path: string }>(page, address, `/api/venues/${gym.id}/code`)

  await teacher.context().setOffline(true)
  await teacher.goto(path)
  await teacher.getByRole('button', { name: '签到', exact: true }).click()
  await expect(teacher.getByText('✓ 已记在手机里')).toBeVisible()
  await look(teacher, 'a scan without a network')
  await teacher.context().setOffline(false)
  await teacher.getByRole('link', { name: '返回今天' }).click()
  await expect(teacher.getByText('断网时的签到已补上。')).toBeVisible()
  await expect(teacher.getByRole('listitem').filter({ hasText: '断网馆' })).toContainText('✓ 已签到')

  await teacher
    .getByRole('region', { name: /登记馆/ })
    .getByRole('link', { name: '签到' })
    .click()
  await teacher.getByRole('button', { name: '生成签到链接' }).click()
  await expect(teacher.getByText(/\/m\/open\?t=/)).toBeVisible()
  await look(teacher, 'a link to hand on')

  await fill(host, '来访馆', time)
  await fieldOf(host, '谁来用').selectOption('外来团体')
  await fieldOf(host, '外来团体的名称').fill('君莲居委会')
  await look(host, 'booking for a group from outside on a phone')
  await host.getByRole('button', { name: '预约', exact: true }).click()
  await expect(host.getByText('✓ 已预约')).toBeVisible()
  await host.getByRole('link', { name: '本校场馆' }).click()
  await fieldOf(host, '日期').fill(time.day)
  const visited = host.getByRole('region', { name: '来访馆' })
  await expect(visited).toContainText('君莲居委会')
  await visited.getByRole('button', { name: '生成签到链接' }).click()
  const link = await visited.getByText(/\/m\/open\?t=/).innerText()
  const visitor = await phoneAt(browser, address)
  await visitor.goto(link)
  await expect(visitor.getByText('这个链接只能用于这次使用')).toBeVisible()
  await expect(visitor.getByText('君莲居委会')).toBeVisible()
  await look(visitor, 'a signed link')
  await visitor.getByRole('button', { name: '定位签到' }).click()
  await expect(visitor.getByText('✓ 已签到')).toBeVisible()
  await visitor.goto('/m/open?t=nobody')
  await expect(visitor.getByText('这个签到链接已过期或不完整')).toBeVisible()

  const registered = host.getByRole('region', { name: '登记馆' })
  await registered.getByRole('button', { name: '登记到场' }).click()
  await fieldOf(registered, '到场人数').fill('36')
  await look(host, 'counting who came')
  await registered.getByRole('button', { name: '确认到场' }).click()
  await expect(registered.getByText(/已签到 .*36 人/)).toBeVisible()
})

test('a teacher borrows, waits for what is taken, and books every week but the day that cannot be had', async ({
  page,
  own,
  browser,
}) => {
  test.setTimeout(240_000)
  const { address } = own
  const cluster = await enter(page, own)
  const { id } = await openVenue(cluster, address, '候补馆')
  await call(page, address, `/api/venues/${id}/equipment`, { equipment: [{ name: '话筒', unit: '支', stock: 4 }] }) // prettier-ignore
  const first = await join(browser, { address, page, unitId: cluster.guest, login: 'laoshi3', name: '郑老师', role: 'teacher' }) // prettier-ignore
  const second = await join(browser, { address, page, unitId: cluster.guest, login: 'laoshi4', name: '钱老师', role: 'teacher' }) // prettier-ignore
  const taken = { day: dayAfter(dayOf(new Date()), 9), from: '15:00', until: '16:00' }
  await fill(first, '候补馆', taken)
  await first.getByText('要借用器材（话筒）').click()
  await fieldOf(first, '话筒').fill('2')
  await first.getByRole('button', { name: '预约', exact: true }).click()
  await expect(first.getByText('✓ 已预约')).toBeVisible()
  await first.getByRole('link', { name: '看我的预约' }).click()
  await expect(first.getByText('借用话筒 2 支')).toBeVisible()

  await find(second, taken)
  await second.getByText(/^合适但这时不空的/).click()
  await second.getByRole('button', { name: '排候补馆的候补' }).click()
  await say(second)
  await look(second, 'waiting on a phone')
  await second.getByRole('button', { name: '排候补', exact: true }).click()
  await expect(second.getByText(/✓ 已排候补/)).toBeVisible()
  await second.getByRole('link', { name: '看我的预约' }).click()
  await expect(second.getByText('排在第一位')).toBeVisible()
  await look(second, 'one’s place in the line on a phone')
  await second.getByRole('button', { name: '退出候补' }).click()
  await expect(second.getByText('候补中')).toBeHidden()

  await fill(second, '候补馆', { ...taken, day: dayAfter(taken.day, -7) })
  await fieldOf(second, '每周重复到').fill(dayAfter(taken.day, 7))
  await second.getByRole('button', { name: '预约', exact: true }).click()
  await expect(second.getByText('共 3 次，其中 1 次订不到，已跳过')).toBeVisible()
  await look(second, 'a weekly booking on a phone')
  await second.getByRole('button', { name: '预约这 2 次' }).click()
  await expect(second.getByText('✓ 已预约 2 次')).toBeVisible()
})
