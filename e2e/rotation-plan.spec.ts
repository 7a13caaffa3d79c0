import type { Browser, Page } from '@playwright/test'
import { clusterIn, expect, signIn, test } from './journey.ts'
import { look } from './look.ts'

const YEAR = 2021
const PASSWORD = 'geese fly in line'
const PHONE = { width: 390, height: 844 }

async function sent(page: Page, method: 'post' | 'patch', path: string, data: object) {
  const { origin } = new URL(page.url())
  const reply = await page.request[method](origin + path, { headers: { origin }, data })
  expect(reply.status(), `${path}: ${await reply.text()}`).toBe(200)
  return (await reply.json()) as { id: string }
}

/** To the element by Tab alone, as somebody without a mouse would. */
async function reach(page: Page, name: RegExp | string): Promise<void> {
  const wanted = page.getByRole('button', { name }).first()
  await wanted.scrollIntoViewIfNeeded()
  await wanted.focus()
  await expect(wanted).toBeFocused()
}

test('an office has a year planned, asks why, changes it by keyboard alone and keeps what came of it', async ({
  office: page,
  product,
}) => {
  test.setTimeout(240_000)
  const cluster = clusterIn(page)
  await sent(page, 'post', `/api/units/${cluster}/eligible/freeze`, { year: YEAR })
  const days = { wishesDue: '2099-05-20', needsDue: '2099-05-31' }
  const season = await sent(page, 'post', `/api/units/${cluster}/rotation-season`, { ...days, schoolYear: YEAR })

  await page.goto(`${product.address}/clusters/${cluster}/rotation-season?year=${YEAR}&tab=plans`)
  await expect(page.getByText('还没有方案')).toBeVisible()
  const settings = `${product.address}/api/rotation-seasons/${season.id}/settings`
  const { rules, weights, keptPercent } = (await (await page.request.get(settings)).json()) as Record<string, object>
  await sent(page, 'patch', `/api/rotation-seasons/${season.id}/settings`, { rules: { ...rules, slack: 0, schoolSlack: 0, teams: 50 }, weights, keptPercent }) // prettier-ignore
  await page.getByRole('button', { name: '编排方案' }).click()
  await expect(page.getByRole('heading', { name: '现有要求互相矛盾，排不出方案' })).toBeVisible({ timeout: 120_000 })
  await look(page, 'rules that contradict each other')

  await sent(page, 'patch', `/api/rotation-seasons/${season.id}/settings`, { rules: { ...rules, teams: 0, slack: 2 }, weights, keptPercent }) // prettier-ignore
  await page.getByRole('button', { name: '编排方案' }).click()
  await expect(page.getByRole('link', { name: '方案 1', exact: true })).toBeVisible({ timeout: 120_000 })
  await look(page, 'plans of a season')

  await page.getByRole('link', { name: '方案 1', exact: true }).click()
  await expect(page.getByText('已证明最优')).toBeVisible()
  await expect(page.getByText('逐条核对，没有不合规则的地方。')).toBeVisible()
  await look(page, 'a plan as a board')

  const chip = page.locator('.chip').first()
  await chip.focus()
  await page.keyboard.press('Enter')
  const side = page.getByRole('dialog')
  await expect(side).toBeVisible()
  await side.getByRole('button', { name: '为什么这样安排' }).focus()
  await page.keyboard.press('Enter')
  await expect(side.getByText(/总评分/)).toBeVisible({ timeout: 60_000 })
  await look(page, 'why a teacher goes there')
  await side.getByLabel('去向').focus()
  await page.keyboard.press('Home')
  await expect(side.getByLabel('去向')).toHaveValue('0')
  await side.getByRole('button', { name: '改为这样' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('改动 1 处，还没有保存')).toBeVisible()
  await expect(page.getByRole('columnheader', { name: '改动后' })).toBeVisible()
  await reach(page, '撤回一步')
  await page.keyboard.press('Enter')
  await expect(page.getByText('改动 1 处，还没有保存')).toBeHidden()
  await reach(page, '重做')
  await page.keyboard.press('Enter')
  await page.getByLabel('说明').focus()
  await page.keyboard.type('听取学校意见后调整')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: `${YEAR}学年轮岗方案 2` })).toBeVisible()
  for (const view of ['people', 'flow']) {
    await page.goto(`${page.url().split('?')[0]}?view=${view}`)
    await expect(page.getByRole('heading', { level: 1, name: `${YEAR}学年轮岗方案 2` })).toBeVisible()
    await look(page, `the plan, seen as ${view}`)
  }
})

interface Planned {
  id: string
  moves: { teacherId: string; name: string; fromSchoolId: number }[]
}

const got = async <T>(page: Page, path: string): Promise<T> => {
  const reply = await page.request.get(new URL(page.url()).origin + path)
  expect(reply.status(), path).toBe(200)
  return (await reply.json()) as T
}

/** The latest plan of the season of the year, which is opened and planned where nobody has done so. */
async function latestPlan(page: Page, cluster: string): Promise<Planned> {
  const at = `/api/units/${cluster}/rotation-season`
  const { season } = await got<{ season: { id: string } | null }>(page, `${at}?year=${YEAR}`)
  if (!season) {
    await sent(page, 'post', `/api/units/${cluster}/eligible/freeze`, { year: YEAR })
    await sent(page, 'post', at, { wishesDue: '2099-05-20', needsDue: '2099-05-31', schoolYear: YEAR })
    return latestPlan(page, cluster)
  }
  const plans = `/api/rotation-seasons/${season.id}/plans`
  const made = await got<{ plans: { id: string }[] }>(page, plans)
  const latest = made.plans.at(-1)
  if (latest) return { ...(await got<Planned>(page, `/api/rotation-plans/${latest.id}`)), id: latest.id }
  const { rules, weights, keptPercent } = await got<Record<string, object>>(page, `/api/rotation-seasons/${season.id}/settings`) // prettier-ignore
  await sent(page, 'patch', `/api/rotation-seasons/${season.id}/settings`, { rules: { ...rules, teams: 0, slack: 2 }, weights, keptPercent }) // prettier-ignore
  await sent(page, 'post', plans, { choices: false })
  await expect.poll(async () => (await got<{ plans: object[] }>(page, plans)).plans.length, { timeout: 120_000 }).toBe(1) // prettier-ignore
  return latestPlan(page, cluster)
}

/** The head of a school takes up an account and signs in on a phone. */
async function headOf(page: Page, browser: Browser, schoolId: number): Promise<Page> {
  const { origin } = new URL(page.url())
  const who = { role: 'principal', name: '孙校长', login: 'sunxz' }
  const { path } = (await sent(page, 'post', `/api/units/${schoolId}/invitations`, who)) as unknown as { path: string }
  const context = await browser.newContext({ baseURL: origin, viewport: PHONE })
  const joined = await context.request.post(`/api/join/${path.split(/[/#]/).at(-1)!}`, { headers: { origin }, data: { login: who.login, password: PASSWORD } }) // prettier-ignore
  expect(joined.status(), await joined.text()).toBe(200)
  await context.clearCookies()
  const phone = await context.newPage()
  await phone.goto('/')
  await signIn(phone, who.login, PASSWORD)
  await expect(phone.getByRole('heading', { level: 1 })).toBeVisible()
  return phone
}

const sideOf = (page: Page) => page.getByRole('dialog')
const send = (page: Page) => sideOf(page).locator('button[type=submit]').click()

test('a plan is adopted, a school objects on a phone, and the office puts a changed one in its place', async ({
  office: page,
  product,
  browser,
}) => {
  test.setTimeout(300_000)
  const cluster = clusterIn(page)
  const { id, moves } = await latestPlan(page, cluster)
  const plans = `${product.address}/clusters/${cluster}/rotation-season?year=${YEAR}&tab=plans`
  const numberOf = async () => /方案 (\d+)/.exec((await page.getByRole('heading', { level: 1 }).textContent())!)![1]!

  await page.goto(`${product.address}/rotation-plans/${id}`)
  await page.getByRole('button', { name: '采用此方案' }).click()
  const number = await numberOf()
  await expect(sideOf(page).getByText(/将交流的教师（\d+ 人/)).toBeVisible()
  await look(page, 'what adopting a plan would make')
  const left = await sideOf(page).locator('.adopt-out b').allTextContents()
  const mover = moves.find(({ name }) => !left.includes(name))!
  await sideOf(page)
    .getByRole('button', { name: new RegExp(`^另定\\s*${mover.name}$`) })
    .click()
  const other = sideOf(page).getByRole('group', { name: `另定${mover.name}的安排` })
  await other.getByLabel('交流方式').selectOption('走教')
  await other.getByLabel('工作量（%）').fill('40')
  await expect(sideOf(page).getByText('走教，工作量 40%')).toBeVisible()
  await sideOf(page).getByLabel('征求意见截止（可不填）').fill('2099-06-10')
  await send(page)
  await expect(page.getByRole('heading', { level: 1, name: `${YEAR}学年交流轮岗` })).toBeVisible()
  await expect(page.getByRole('row', { name: new RegExp(`${mover.name}.*走教.*40%`) })).toBeVisible()
  const batch = page.url()
  await look(page, 'the batch that a plan became')

  const phone = await headOf(page, browser, mover.fromSchoolId)
  await phone.getByRole('link', { name: new RegExp(`答复“${YEAR}学年交流轮岗”`) }).click()
  await expect(phone.getByRole('link', { name: mover.name })).toBeVisible()
  await look(phone, 'a school sees who leaves and comes')
  await phone.getByRole('button', { name: '答复' }).click()
  await sideOf(phone).getByText('有意见', { exact: true }).click()
  await sideOf(phone).getByRole('textbox').fill('本校这门课只有一位老师')
  await send(phone)
  await expect(phone.getByText('已答复', { exact: true })).toBeVisible()

  await page.getByRole('link', { name: '所采用的轮岗方案' }).click()
  // What this screen fetched a moment ago counts as fresh: what the school said meanwhile comes with a new look.
  await page.reload()
  await expect(
    page.getByText(new RegExp(`各校对方案 ${number} 的意见：0 所同意，1 所有意见，\\d+ 所未答`)),
  ).toBeVisible()
  await expect(page.getByText('有意见：本校这门课只有一位老师')).toBeVisible()
  await look(page, 'what schools say, on the board')

  await page.locator('.chip', { hasText: mover.name }).first().click()
  await sideOf(page).getByLabel('去向').selectOption('0')
  await sideOf(page).getByRole('button', { name: '改为这样' }).click()
  await page.getByLabel('说明').fill('听取学校意见后调整')
  await page.getByRole('button', { name: '另存为新方案' }).click()
  await expect(page.getByRole('button', { name: '改用此方案' })).toBeVisible()
  expect(await numberOf()).not.toBe(number)
  await page.getByRole('button', { name: '改用此方案' }).click()
  await sideOf(page).getByLabel('改用的原因').fill('听取学校意见后调整')
  const reason = sideOf(page).getByLabel(/采用的理由/)
  if (await reason.isVisible()) await reason.fill('少一人，学校确有困难')
  await look(page, 'another plan in the place of the first')
  await send(page)
  await expect(page).not.toHaveURL(batch)
  await expect(page.getByRole('heading', { level: 1, name: `${YEAR}学年交流轮岗` })).toBeVisible()
  await expect(page.getByRole('link', { name: mover.name })).toHaveCount(0)
  await page.goto(batch)
  await expect(page.getByText('已撤销，原因：听取学校意见后调整')).toBeVisible()
  await look(page, 'a batch that was taken back')

  await phone.goto('/notices')
  await expect(phone.getByText(/不再流出 1 人/)).toBeVisible()
  await phone.context().close()

  await page.goto(plans)
  const compare = page.getByRole('link', { name: '对比所选方案' })
  await compare.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '方案对比' })).toBeVisible()
  await expect(page.getByRole('row', { name: new RegExp(`${mover.name}.*留任`) })).toBeVisible()
  await look(page, 'two plans side by side')
})
