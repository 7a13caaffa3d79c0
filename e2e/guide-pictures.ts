import type { Browser, BrowserContext, Locator, Page } from '@playwright/test'
import { figures } from './guide/figures.ts'
import { firstSteps } from './guide/first-steps.ts'
import { guideLedger } from './guide/ledger.ts'
import { keeping } from './guide/keeping.ts'
import { ledgers } from './guide/ledgers.ts'
import type { Picture, Where, Who } from './guide/picture.ts'
import { rotation } from './guide/rotation.ts'
import { schools } from './guide/schools.ts'
import { teaching } from './guide/teaching.ts'
import { venues } from './guide/venues.ts'
import { clusterIn, enterCluster, signIn } from './journey.ts'
import { startProduct, type Product } from './product.ts'

/**
 * The pictures of the guide, in the order in which they are taken: some show what an earlier one has done. Ledgers come
 * first, as a liaison's day shows what the office has called for.
 */
export const pictures: readonly Picture[] = [
  ...ledgers,
  ...firstSteps,
  ...figures,
  ...schools,
  ...keeping,
  ...rotation,
  ...venues,
  ...teaching,
]

/** A picture as taken, and all words that stand on the page at that moment. */
export interface Taken {
  picture: Picture
  bytes: Buffer
  words: string
}

const PASSWORD = 'geese fly in line'

/** A product that could send mail: its pages offer what there is to offer. Nothing is sent. */
export async function startPictured(): Promise<Product> {
  process.env['YANZHEN_SMTP_URL'] = 'smtp://localhost:2525'
  try {
    return await startProduct()
  } finally {
    delete process.env['YANZHEN_SMTP_URL']
  }
}

/** Brings the running product to each picture, and hands them on one by one. */
export async function* takePictures(browser: Browser, product: Product): AsyncGenerator<Taken> {
  const context = await newContext(browser, product)
  const office = await signedIn(context, 'office', product.passwords['office']!)
  await setOwnPassword(office, product.passwords['office']!)
  await office.goto('/')
  await enterCluster(office)
  const where = await prepared(office, product)
  const liaison = await signedIn(await newContext(browser, product), 'linlianluo', PASSWORD)
  const guest = await (await newContext(browser, product)).newPage()
  const pages: Record<Who, Page> = { office, liaison, guest }
  for (const picture of pictures) yield await taken(picture, pages[picture.who ?? 'office'], where)
  for (const page of Object.values(pages)) await page.context().close()
}

async function taken(picture: Picture, page: Page, where: Where): Promise<Taken> {
  await page.setViewportSize({ width: picture.width ?? 1200, height: picture.height ?? 800 })
  const part = await picture.take(page, where).catch((error: unknown) => {
    throw new Error(`the picture “${picture.name}” was not taken: ${String(error)}`, { cause: error })
  })
  await page.waitForLoadState('networkidle')
  // What has come may still have to be drawn.
  await page.locator('.skeleton-table').first().waitFor({ state: 'detached' })
  const cut = part ? { clip: await inSight(page, part) } : {}
  const bytes = await page.screenshot({ animations: 'disabled', caret: 'hide', ...cut })
  return { picture, bytes, words: await wordsOn(page) }
}

const AIR = 8

/**
 * A part of a page with some air around it, brought into sight in a window that is high enough: a picture of the whole
 * of a long page takes some browsers longer than one can wait.
 */
async function inSight(page: Page, part: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const { width, height } = page.viewportSize()!
  const needed = await part.evaluate((element) => element.getBoundingClientRect().height)
  await page.setViewportSize({ width, height: Math.max(height, Math.ceil(needed) + 200) })
  return part.evaluate((element, air) => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' })
    const { x, y, width, height } = element.getBoundingClientRect()
    const [left, top] = [Math.max(0, x - air), Math.max(0, y - air)]
    return { x: left, y: top, width: x + width + air - left, height: y + height + air - top }
  }, AIR)
}

/** What can be read on a page, by eye or by ear. */
const wordsOn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const named = [...document.querySelectorAll('[aria-label], [placeholder], [title]')]
    const names = named.flatMap((element) =>
      ['aria-label', 'placeholder', 'title'].map((name) => element.getAttribute(name) ?? ''),
    )
    return [document.body.innerText, ...names].join('\n')
  })

const newContext = (browser: Browser, { address }: Product): Promise<BrowserContext> =>
  browser.newContext({ baseURL: address, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })

async function signedIn(context: BrowserContext, login: string, password: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto('/')
  await signIn(page, login, password)
  await page.getByRole('heading', { level: 1, name: '今日' }).waitFor()
  return page
}

/** An office that has replaced its first password is reminded of nothing. */
async function setOwnPassword(page: Page, first: string): Promise<void> {
  await page.goto('/account')
  await page.getByLabel('现在的密码').fill(first)
  await page.getByLabel('新密码', { exact: true }).fill(PASSWORD)
  await page.getByLabel('再写一遍新密码').fill(PASSWORD)
  await page.getByRole('button', { name: '保存新密码' }).click()
  await page.getByText('新密码已生效').waitFor()
}

/** A liaison who has joined, and an invitation that waits. */
async function prepared(office: Page, { address }: Product): Promise<Where> {
  const cluster = clusterIn(office)
  const ask = (path: string, data?: object, page = office) => answer(page, `${address}${path}`, data)
  const { schools: all } = (await ask(`/api/units/${cluster}/schools?year=2023`)) as { schools: School[] }
  const named = (await guideLedger()).school
  const school = all.find(({ name, shortName }) => name === named || shortName === named)!
  const invite = async (name: string) =>
    ((await ask(`/api/units/${school.id}/invitations`, { name, role: 'liaison' })) as { path: string }).path
  const token = (await invite('林联络')).split(/[/#]/).at(-1)!
  const visitor = await office.context().browser()!.newPage()
  await ask(`/api/join/${token}`, { login: 'linlianluo', password: PASSWORD }, visitor)
  await visitor.close()
  return { address, cluster, office, school, joinPath: await invite('王联络') }
}

type School = Where['school'] & { shortName: string }

async function answer(page: Page, url: string, data?: object): Promise<unknown> {
  const headers = { origin: new URL(url).origin }
  const reply = await (data ? page.request.post(url, { data, headers }) : page.request.get(url))
  if (!reply.ok()) throw new Error(`${url}: ${reply.status()} ${await reply.text()}`)
  return reply.json()
}
