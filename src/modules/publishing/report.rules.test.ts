import { describe, expect, test } from 'vitest'
import type { Block } from '#shared/block.ts'
import { reportVerbs } from './report.contract.ts'
import {
  changesBetween,
  documentOf,
  framed,
  stepsOpen,
  whyNot,
  wordable,
  type Status,
  type Told,
} from './report.rules.ts'

const table = (value: number | null): Block => ({
  kind: 'table',
  title: '课程',
  columns: [
    { title: '学年' },
    { title: '共建', unit: '门', decimals: 0 },
    { title: '占比', unit: '%', decimals: 2 },
    { title: '占比', unit: '%', decimals: 2 },
  ],
  rows: [['2023学年', value, 1, 2]],
})
const paragraph = (key: string, text: string): Block => ({ kind: 'paragraph', key, text })

describe('steps', () => {
  test.each<[Status, string]>([
    ['draft', 'edit,issue,drop'],
    ['issuing', ''],
    ['issued', 'withdraw,correct'],
    ['withdrawn', 'correct'],
  ])('of a report that is %s: %s', (status, open) => {
    expect(stepsOpen(status).join()).toBe(open)
    for (const verb of reportVerbs)
      expect(whyNot(verb, { status, jobId: null }) === undefined, verb).toBe(stepsOpen(status).includes(verb))
  })

  test('wait for the files that are being made', () => {
    expect(whyNot('edit', { status: 'draft', jobId: 'x' })?.code).toBe('publishing.beingMade')
    expect(whyNot('edit', { status: 'issuing', jobId: 'x' })?.code).toBe('publishing.beingMade')
    expect(whyNot('edit', { status: 'issued', jobId: null })?.code).toBe('publishing.notADraft')
    expect(whyNot('withdraw', { status: 'draft', jobId: null })?.code).toBe('publishing.notIssued')
  })
})

describe('what a refresh changed', () => {
  test('is told cell by cell and paragraph by paragraph, old and new', () => {
    const before = [
      paragraph('a', '甲'),
      { kind: 'heading', level: 1, text: '课程' } as Block,
      table(24),
      paragraph('b', '乙'),
    ]
    const after = [
      paragraph('a', '甲'),
      { kind: 'heading', level: 1, text: '课程' } as Block,
      table(null),
      paragraph('b', '丙'),
    ]
    expect(changesBetween(before, after)).toEqual([
      { where: '课程，2023学年，共建（门）', old: '24', new: '—' },
      { where: '一、课程', old: '乙', new: '丙' },
    ])
    expect(changesBetween(before, before)).toEqual([])
  })

  test('names what is new and what is gone', () => {
    expect(changesBetween([], [paragraph('a', '甲')])).toEqual([{ where: 'a', old: '', new: '甲' }])
    expect(changesBetween([table(1)], [])).toHaveLength(3)
  })
})

const told: Told = {
  status: 'draft', title: '报告', number: '', edition: 1, signature: '学区办', signedOn: null, contact: '',
  figuresDay: '2026-11-25', rules: [{ name: '意见', version: '0123abcd' }], former: undefined,
  blocks: [paragraph('a', '甲'), { kind: 'paragraph', text: '不可改' }],
} // prettier-ignore

describe('a document', () => {
  test('has the office’s words where it wrote any, and says that it is a draft until it is final', () => {
    const document = documentOf(told, new Map([['a', '乙'], ['gone', '丙']]), false) // prettier-ignore
    expect(document.blocks.map((block) => 'text' in block && block.text)).toEqual(['乙', '不可改'])
    expect(document).toMatchObject({ marks: ['（草稿，尚未发布）'], day: '2026-11-25' })
    expect(documentOf({ ...told, signedOn: '2026-12-01' }, new Map(), true)).toMatchObject({
      marks: [],
      day: '2026-12-01',
    })
    expect(document.about).toContainEqual({ name: '规则版本', text: '《意见》（0123abcd）' })
  })

  test('of a correction names the edition that it corrects', () => {
    const former = { number: '〔2026〕3号', edition: 1, issuedAt: new Date('2026-11-25T18:00:00Z') }
    const { marks } = documentOf({ ...told, edition: 2, former }, new Map(), true)
    expect(marks).toEqual(['（第2版，更正2026年11月26日发布的〔2026〕3号第1版）'])
  })

  test('says at its end how its figures came about, and nobody can reword that', () => {
    const blocks = framed([], { unitName: '某学区', year: '2023学年', figuresDay: '2026-11-25', rules: told.rules })
    expect(wordable(blocks).map(({ key }) => key)).toEqual(['lead'])
    expect(blocks.at(-1)).toMatchObject({ text: expect.stringContaining('《意见》（0123abcd）') })
  })
})
