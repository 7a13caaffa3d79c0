import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Document } from '#shared/block.ts'
import { projectRoot } from '#platform/config.ts'
import { writeDocx } from '#platform/document/docx.ts'
import { draw, withPictures } from '#platform/document/drawn.ts'
import { writePdf } from '#platform/document/pdf.ts'
import { Press } from '#platform/document/press.ts'
import { writeXlsx } from '#platform/document/xlsx.ts'
import { fullPages, reportDocument } from '../report-document.ts'
import { converted, pagesOf, type Line } from './programs.ts'

const mm = (millimetres: number) => (millimetres * 72) / 25.4
const LEFT = mm(28)
const RIGHT = mm(210 - 26)
const BOTTOM = mm(297 - 35)
const config = { root: projectRoot(), dataDir: mkdtempSync(join(tmpdir(), 'yanzhen-office-')) }
const press = new Press()
afterAll(() => press.close())

/** The same document typeset by us, and as LibreOffice lays out the Word file. */
async function bothOf(document: Document): Promise<Record<'ours' | 'word', Line[][]>> {
  const drawn = await draw(press, document.blocks)
  const ours = (await writePdf(press, config, document, drawn)).pdf
  const word = converted(`${document.title}.docx`, await writeDocx(document, await withPictures(press, drawn)), 'pdf')
  return { ours: pagesOf('ours.pdf', ours), word: pagesOf('word.pdf', word) }
}

const isFolio = ({ text }: Line) => /^— ?\d+ ?—$/.test(text)

describe.each(['ours', 'word'] as const)('pages of full lines, %s', (whose) => {
  let pages: Line[][]
  beforeAll(async () => {
    pages = (await bothOf(fullPages))[whose]
  })
  const printed = (page: number) => pages[page - 1]!.filter((line) => !isFolio(line))

  test('hold 22 lines of 28 characters', () => {
    const lines = printed(2)
    expect(lines).toHaveLength(22)
    for (const { text } of lines) expect([...text.replaceAll(' ', '')]).toHaveLength(28)
  })

  test('step 29 points from line to line', () => {
    const tops = printed(2).map(({ top }) => top)
    for (const [index, top] of tops.slice(1).entries()) expect(top - tops[index]!).toBeCloseTo(28.95, 0)
    expect((tops.at(-1)! - tops[0]!) / 21).toBeCloseTo(28.95, 1)
  })

  test('stand between margins of 28 and 26 mm, 37 mm from above and 35 from below', () => {
    for (const { left, right } of printed(2)) {
      expect(left).toBeCloseTo(LEFT, 0)
      expect(right).toBeGreaterThan(RIGHT - 4)
      expect(right).toBeLessThan(RIGHT + 0.5)
    }
    const [first, last] = [printed(2)[0]!, printed(2).at(-1)!]
    expect(first.top).toBeGreaterThan(mm(37) - 1)
    expect(first.top).toBeLessThan(mm(37) + 10)
    expect(last.bottom).toBeLessThan(BOTTOM + 1)
  })

  test('are numbered on the outer side: odd on the right, even on the left, 7 mm under the text', () => {
    const folios = pages.map((page) => page.find(isFolio)!)
    expect(folios.map(({ text }) => text.replaceAll(' ', ''))).toEqual(['—1—', '—2—', '—3—'])
    for (const [index, { left, right, top, bottom }] of folios.entries()) {
      if (index % 2 === 0) expect(right).toBeCloseTo(RIGHT - 14, -1)
      else expect(left).toBeCloseTo(LEFT + 14, -1)
      expect((top + bottom) / 2 - BOTTOM).toBeGreaterThan(mm(5))
      expect((top + bottom) / 2 - BOTTOM).toBeLessThan(mm(14))
    }
  })
})

describe('a report with all that a report may hold', () => {
  let pages: Record<'ours' | 'word', Line[][]>
  beforeAll(async () => {
    pages = await bothOf(reportDocument)
  })

  test('breaks into the same pages, and begins each chapter on the same', () => {
    expect(pages.word).toHaveLength(pages.ours.length)
    for (const start of ['一、基本概况', '（一）骨干教师', '表1', '图1', '表2', '二、课程', '图2']) {
      const pageIn = (whose: 'ours' | 'word') =>
        pages[whose].findIndex((page) => page.some(({ text }) => text.replaceAll(' ', '').startsWith(start)))
      expect(pageIn('ours'), start).toBeGreaterThanOrEqual(0)
      expect(Math.abs(pageIn('ours') - pageIn('word')), start).toBeLessThanOrEqual(1)
    }
  })

  test('prints nothing over the edge; in LibreOffice a stop may hang there', () => {
    for (const { left, right, text } of pages.ours.flat()) {
      expect(left, text).toBeGreaterThan(LEFT - 1)
      expect(right, text).toBeLessThan(RIGHT + 2)
    }
    for (const { left, right, text } of pages.word.flat()) {
      expect(left, text).toBeGreaterThan(LEFT - 2)
      expect(right, text).toBeLessThan(RIGHT + (/[，。、；：！？）”》]$/.test(text) ? 17 : 2))
    }
  })

  test('begins no line with punctuation that belongs to the one before', () => {
    for (const { text } of [...pages.ours, ...pages.word].flat()) expect(text).not.toMatch(/^[，。、；：！？）”》]/)
  })

  test('repeats the head of a table that goes on', () => {
    for (const whose of ['ours', 'word'] as const) {
      const heads = pages[whose].map((page) => page.filter(({ text }) => text.startsWith('学校')).length)
      expect(heads.filter((count) => count > 0).length, whose).toBeGreaterThan(1)
    }
  })
})

test('the workbook opens in LibreOffice with its numbers', async () => {
  const bytes = await writeXlsx(reportDocument)
  const opened = converted('表.xlsx', bytes, 'fods').toString()
  expect(opened).toMatch(/office:value="1399"[^>]*>\s*<text:p>1,399</)
  expect(opened).toMatch(/office:value="30.5"[^>]*>\s*<text:p>30.50</)
  expect(opened).toContain('table:name="学区骨干教师"')
})
