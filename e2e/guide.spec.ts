import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { pictures, startPictured, takePictures } from './guide-pictures.ts'
import { asPattern, isTelling, siteWords } from './guide/site-words.ts'

const folder = join(import.meta.dirname, '../docs/guide')
const MINUTE = 60_000
const MOST_BYTES = 200_000

interface GuidePage {
  name: string
  text: string
}

const guide: GuidePage[] = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({ name: basename(file, '.md'), text: readFileSync(join(folder, file), 'utf8') }))

const linksIn = ({ text }: GuidePage): string[] => [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, to]) => to!)

/** What the guide says stands on the screen: 【…】. */
const labelsIn = ({ text }: GuidePage): string[] => [...text.matchAll(/【([^】]+)】/g)].map(([, label]) => label!)

const picturesOn = (page: GuidePage): string[] =>
  linksIn(page).flatMap((to) => /^pictures\/(.+)\.png$/.exec(to)?.[1] ?? [])

const withoutSpaces = (text: string): string => text.replaceAll(/\s/g, '')

test('every link in the guide leads somewhere, and every page is in the contents', () => {
  const lost = guide.flatMap((page) =>
    linksIn(page).flatMap((to) => (existsSync(join(folder, to)) ? [] : [`${page.name}: ${to}`])),
  )
  expect(lost).toEqual([])
  const contents = guide.find(({ name }) => name === 'README')!
  for (const { name } of guide) if (name !== 'README') expect(linksIn(contents)).toContain(`${name}.md`)
})

test('each picture stands on the page it is taken for, and no page shows another', () => {
  const shown = guide.flatMap((page) => picturesOn(page).map((name) => `${page.name}: ${name}`))
  expect(shown.sort()).toEqual(pictures.map(({ page, name }) => `${page}: ${name}`).sort())
})

test('no picture of the guide is large', () => {
  for (const { name } of pictures)
    expect(statSync(join(folder, `pictures/${name}.png`)).size, name).toBeLessThan(MOST_BYTES)
})

test('every picture can be taken from the running product, and every word in 【】 stands there', async ({
  browser,
}) => {
  test.setTimeout(6 * MINUTE)
  const out = test.info().outputPath()
  mkdirSync(out, { recursive: true })
  const seen = new Map<string, string>()
  const product = await startPictured()
  try {
    for await (const { picture, bytes, words } of takePictures(browser, product)) {
      writeFileSync(join(out, `${picture.name}.png`), bytes)
      seen.set(picture.page, `${seen.get(picture.page) ?? ''}\n${withoutSpaces(words)}`)
    }
  } finally {
    await product.stop()
  }
  const patterns = siteWords().filter(isTelling).map(asPattern)
  const stands = (label: string, page: string) =>
    seen.get(page)?.includes(withoutSpaces(label)) || patterns.some((pattern) => pattern.test(label))
  const unknown = guide.flatMap((page) =>
    labelsIn(page).flatMap((label) => (stands(label, page.name) ? [] : [`${page.name}: 【${label}】`])),
  )
  expect(unknown).toEqual([])
  expect(stands('没有的按钮', 'README')).toBe(false)
})
