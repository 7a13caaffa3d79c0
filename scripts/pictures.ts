/** Takes the pictures of the documents from the running product: `npm run pictures` after a build. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { projectRoot } from '#platform/config.ts'
import { signIn } from '../e2e/journey.ts'
import { startProduct } from '../e2e/product.ts'
import { findOrInstallBrowser } from './suite/browser.ts'

const folder = join(projectRoot(), 'docs/pictures')
const executablePath = findOrInstallBrowser()
if (!executablePath) throw new Error('no Chromium was found or could be installed')

const product = await startProduct()
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 1080 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  await page.goto(product.address)
  await signIn(page, 'office', product.passwords['office']!)
  await page.getByRole('heading', { level: 1, name: '颛桥镇学区' }).waitFor()
  await page.waitForLoadState('networkidle')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, 'cockpit.png') })
} finally {
  await browser.close()
  await product.stop()
}
