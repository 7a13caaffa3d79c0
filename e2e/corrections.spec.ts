import type { Page } from '@playwright/test'
import { clusterIn, expect, test } from './journey.ts'
import { look } from './look.ts'
import { refusedLedger, wrongs } from './refused-ledger.ts'

const phone = { width: 390, height: 844 }

async function send(page: Page, address: string, path: string): Promise<void> {
  await page.goto(address)
  await page.locator('input[type=file]').setInputFiles(path)
  await expect(page.getByText('核对好了，还没有写入')).toBeVisible({ timeout: 90_000 })
}

const importsOf = (page: Page, product: { address: string }) => `${product.address}/clusters/${clusterIn(page)}/import`

/** What is said about the chosen cell. */
const said = (page: Page) => page.locator('.correction-focus').getByRole('status')

const cellField = (page: Page) => page.getByLabel(/^输入到选中的单元格/)

async function chooseNext(page: Page): Promise<void> {
  await page.getByRole('button', { name: '下一处要改的' }).click()
  await expect(cellField(page)).toBeFocused()
}

/** Composes a text as an input method does: letters first, then what they stand for. */
async function compose(page: Page, letters: string, text: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Input.imeSetComposition', {
    text: letters,
    selectionStart: letters.length,
    selectionEnd: letters.length,
  })
  await expect(cellField(page)).toHaveValue(letters)
  await devtools.send('Input.insertText', { text })
}

async function pasted(page: Page, text: string): Promise<void> {
  await page.evaluate((content) => {
    const data = new DataTransfer()
    data.setData('text/plain', content)
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    document.activeElement!.dispatchEvent(event)
  }, text)
}

async function checkedAgain(page: Page): Promise<void> {
  await page.getByRole('button', { name: '重新核对' }).click()
  await expect(page.getByText(/核对好了/).first()).toBeVisible({ timeout: 60_000 })
}

/** However far sideways the grid is, the one whose row it is is to be seen. */
async function expectWhoseRow(page: Page, name: string): Promise<void> {
  const scroller = page.locator('revogr-viewport-scroll.rgCol')
  const last = page.locator('.rgHeaderCell', { hasText: '符合交流条件' })
  await scroller.evaluate((element) => element.scrollTo({ left: 5000 }))
  await expect(last).toBeInViewport({ ratio: 1 })
  await expect(page.locator('.rgCell').filter({ hasText: name })).toBeInViewport({ ratio: 1 })
  await scroller.evaluate((element) => element.scrollTo({ left: 0 }))
}

test('refused rows are put right in a grid, in Chinese, and taken without a new upload', async ({
  office: page,
  product,
}) => {
  await send(page, importsOf(page, product), await refusedLedger(12))
  await page.getByRole('link', { name: '改正退回的 12 行' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '改正退回的行' })).toBeVisible()
  await chooseNext(page)
  await expect(said(page)).toContainText('职称“高级”不在可选范围内，最接近的是“高级教师”')
  await expectWhoseRow(page, '新老师0')
  await look(page, 'the grid of refused rows')

  await chooseNext(page)
  await expect(said(page)).toContainText('职称')
  await compose(page, 'gaoji', wrongs.职称)
  await page.keyboard.type('教师')
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowUp')
  await expect(said(page)).toContainText('已改，等重新核对；文件里写的是“高级”')
  await page.getByRole('button', { name: '同样的 3 处一起改' }).click()
  await expect(page.getByText('改动已保存')).toBeVisible()

  await chooseNext(page)
  await expect(said(page)).toContainText('学校“不存在的学校”不在名册中')
  await page.keyboard.press('F2')
  await expect(page.getByRole('combobox', { name: '学校', exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(cellField(page)).toBeFocused()
  await pasted(page, '颛桥第一实验学校(示例)')
  await expect(said(page)).toContainText('已改，等重新核对')
  await page.getByRole('button', { name: '同样的 3 处一起改' }).click()
  await expect(page.getByText('改动已保存')).toBeVisible()
  await page.reload()
  await chooseNext(page)
  await expect(said(page)).toContainText('缺少姓名')
  await checkedAgain(page)
  await expect(page.getByRole('link', { name: '教师（4）' })).toBeVisible()

  await page.getByRole('link', { name: '回到这次导入' }).click()
  await expect(page.getByText('新增 8 行')).toBeVisible()
  await page.getByRole('button', { name: '确认导入' }).click()
  await page.getByRole('link', { name: '改正退回的 4 行' }).click()
  await expect(page.locator('.correction-grid .rgCell.row-no')).toHaveCount(4)
  await chooseNext(page)
  await page.keyboard.type('a')
  await expect(page.locator('revo-grid input')).toHaveValue('a')
  await page.keyboard.press('Escape')
  await expect(page.locator('revo-grid input')).toHaveCount(0)
  await expect(cellField(page)).toBeFocused()
  await compose(page, 'zhou', '周新来')
  await page.keyboard.press('Enter')
  await expect(said(page)).toContainText('缺少姓名')
  await expect(page.getByText('改动已保存')).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await expect(said(page)).toContainText('姓名 已改')
  await page.keyboard.press('ArrowRight')
  await expect(said(page)).toContainText('性别')
  await page.keyboard.press('ArrowLeft')
  await expect(said(page)).toContainText('姓名 已改')
  await pasted(page, '周新来\t男')
  await page.keyboard.press('ArrowRight')
  await expect(said(page)).toContainText('性别')
  await expect(page.locator('.correction-grid .rgCol .rgCell.changed')).toHaveText('男')
  await page.getByRole('button', { name: '导入改好的 1 行' }).click()
  await expect(page.getByRole('link', { name: '教师（3）' })).toBeVisible({ timeout: 60_000 })
})

test('on a phone refused cells stand one below the other, each with a field', async ({ office: page, product }) => {
  await page.setViewportSize(phone)
  await send(page, importsOf(page, product), await refusedLedger(6))
  await page.getByRole('link', { name: '改正退回的 6 行' }).click()
  const title = page.getByRole('combobox', { name: /职称$/ }).first()
  await expect(title).toHaveAccessibleDescription(/最接近的是“高级教师”/)
  await title.fill('高级教师')
  await page.getByRole('button', { name: '同样的 1 处一起改' }).click()
  await page
    .getByRole('button', { name: /^不要第/ })
    .nth(1)
    .click()
  await expect(page.getByText('改动已保存')).toBeVisible()
  await look(page, 'the list of refused cells')
  await checkedAgain(page)
  await expect(page.getByRole('combobox', { name: /职称$/ })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^还要第/ })).toHaveCount(1)
})

test('a column by another name is asked for once', async ({ office: page, product }) => {
  const path = await refusedLedger(0, { 姓名: '老师名字' })
  const address = importsOf(page, product)
  await send(page, address, path)
  await expect(page.getByText('“教师”没有“姓名”列')).toBeVisible()
  await expect(page.getByRole('combobox', { name: '教师：姓名' })).toHaveValue('老师名字')
  await look(page, 'columns by other names')
  await page.getByRole('button', { name: '按这样对应，重新核对' }).click()
  await expect(page.getByText('“教师”表的“老师名字”按上次的对应读作“姓名”。')).toBeVisible({ timeout: 60_000 })
  await send(page, address, path)
  await expect(page.getByText('“教师”表的“老师名字”按上次的对应读作“姓名”。')).toBeVisible()
  await expect(page.getByText('这份台账与已有数据完全一致')).toBeVisible()
})

/** How long the frames of a while took, the longest last, in milliseconds. */
const framesDuring = async (page: Page, work: () => Promise<void>): Promise<number[]> => {
  await page.evaluate(() => {
    const frames: number[] = []
    let last = performance.now()
    const tick = (now: number) => {
      frames.push(now - last)
      last = now
      ;(window as unknown as { frames?: number[] }).frames = frames
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
  await work()
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames)
  return frames.sort((a, b) => a - b)
}

test('5,000 refused rows scroll and take what is typed without lag', async ({ office: page, product }) => {
  test.setTimeout(240_000)
  await send(page, importsOf(page, product), await refusedLedger(5000))
  await page.getByRole('link', { name: '改正退回的 5,000 行' }).click()
  await chooseNext(page)
  await expect(said(page)).toContainText('职称')
  const scrolling = await framesDuring(page, async () => {
    await page.locator('.correction-grid').hover()
    for (let turn = 0; turn < 40; turn++) await page.mouse.wheel(0, 900)
    await page.waitForTimeout(300)
  })
  await chooseNext(page)
  const typing = await framesDuring(page, async () => {
    for (let row = 0; row < 5; row++) {
      await compose(page, 'gao', '高级教师')
      await page.keyboard.press('Enter')
      await page.waitForTimeout(250)
    }
  })
  const at = (frames: number[], share: number) => frames[Math.floor((frames.length - 1) * share)]!
  const told = [scrolling, typing].map((frames) => [0.5, 0.95, 1].map((share) => Math.round(at(frames, share))))
  test.info().annotations.push({ type: 'frames', description: JSON.stringify(told) })
  expect(at(scrolling, 0.95), `scrolling ${JSON.stringify(told)}`).toBeLessThan(100)
  expect(at(typing, 0.95), `typing ${JSON.stringify(told)}`).toBeLessThan(100)
  console.log('frames in ms (median, 95 %, longest), scrolling and typing:', JSON.stringify(told))
})
