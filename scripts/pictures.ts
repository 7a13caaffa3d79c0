/** Takes the pictures of the documents and of the guide from the running product: `npm run pictures` after a build. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from '@playwright/test'
import { projectRoot } from '#platform/config.ts'
import { startPictured, takePictures } from '../e2e/guide-pictures.ts'
import { enterCluster, signIn } from '../e2e/journey.ts'
import type { Product } from '../e2e/product.ts'
import { findOrInstallBrowser } from './suite/browser.ts'

const docs = join(projectRoot(), 'docs')

/** The picture on the first page of the project: the cockpit before anybody has worked in it. */
async function takeCockpit(browser: Browser, { address, passwords }: Product): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 1080 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  await page.goto(address)
  await signIn(page, 'office', passwords['office']!)
  await enterCluster(page)
  await page.waitForLoadState('networkidle')
  mkdirSync(join(docs, 'pictures'), { recursive: true })
  await page.screenshot({ path: join(docs, 'pictures/cockpit.png') })
  await page.close()
}

const executablePath = findOrInstallBrowser()
if (!executablePath) throw new Error('no Chromium was found or could be installed')

const product = await startPictured()
// A browser that has the Chinese words of its own parts (Debian's chromium-l10n) shows days as readers here see them.
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--lang=zh-CN'],
  env: { ...process.env, LANGUAGE: 'zh_CN' },
})
try {
  await takeCockpit(browser, product)
  const folder = join(docs, 'guide/pictures')
  mkdirSync(folder, { recursive: true })
  for await (const { picture, bytes } of takePictures(browser, product))
    writeFileSync(join(folder, `${picture.name}.png`), bytes)
} finally {
  await browser.close()
  await product.stop()
}
