import type { Locator, Page } from '@playwright/test'

/** Who is at the screen: the office that runs the sample cluster, a liaison on a phone, or somebody not signed in. */
export type Who = 'office' | 'liaison' | 'guest'

/** The places a picture may go to. */
export interface Where {
  address: string
  cluster: string
  /** The office's own window, for what must happen before another person sees it. */
  office: Page
  /** The school that the liaison answers for. */
  school: { id: number; name: string }
  /** The way to the page on which an invited person joins. */
  joinPath: string
}

/** One picture of the guide: the page it stands on, and how the running product is brought to what it shows. */
export interface Picture {
  name: string
  /** The guide's page, without its ending. */
  page: string
  who?: Who
  width?: number
  height?: number
  /** What is returned is what is cut out; nothing means the whole window. */
  take(page: Page, where: Where): Promise<Locator | void>
}

/** Opens an address of the cluster and waits until its page stands. */
export async function open(page: Page, where: Where, path: string): Promise<void> {
  await page.goto(`${where.address}${path}`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
}

export const openInCluster = (page: Page, where: Where, path: string): Promise<void> =>
  open(page, where, `/clusters/${where.cluster}/${path}`)

/** The sheet that unfolds beside a page. */
export const side = (page: Page): Locator => page.getByRole('dialog')

/** Puts away the line that says what was just done. */
export async function dismissTold(page: Page): Promise<void> {
  await page.getByRole('status').getByRole('button', { name: '知道了' }).click()
}

/** Chooses in a list of the kit, by what stands in it; the list may hang out of a small window. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  await side(page).getByLabel(label).click()
  await page.locator('.ant-select-item-option').filter({ hasText: option }).first().dispatchEvent('click')
}
