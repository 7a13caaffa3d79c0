import { describe, expect, test } from 'vitest'
import type { LedgerColumn } from '#platform/ledger.ts'
import { choicesOf, formatOf, hintsOf, widthOf } from './template-hints.ts'

const column = (more: Partial<LedgerColumn>): LedgerColumn => ({ title: '栏目', kind: 'text', ...more })

describe('what stands on a column’s head', () => {
  test.each([
    [{ kind: 'code', required: true } as const, '必填。照原样填写，前面的 0 不能少。'],
    [{ kind: 'text' } as const, '可以不填。'],
    [{ kind: 'text', oneOf: ['甲', '乙'] } as const, '可以不填。从下拉中选。'],
    [{ kind: 'list', oneOf: ['甲', '乙'] } as const, '可以不填。可填：甲、乙；多项之间用“；”隔开。'],
    [{ kind: 'month' } as const, '可以不填。写成 2023-09。'],
  ])('%j', (given, hint) => {
    expect(hintsOf(column(given))).toEqual(['栏目', hint])
  })
})

test('a list to choose from is offered where one value of few is meant', () => {
  expect(choicesOf(column({ kind: 'school' }), ['一小'])).toEqual(['一小'])
  expect(choicesOf(column({ kind: 'yes-no' }), [])).toEqual(['是', '否'])
  expect(choicesOf(column({ oneOf: ['甲'] }), [])).toEqual(['甲'])
  expect(choicesOf(column({ kind: 'list', oneOf: ['甲'] }), [])).toBeUndefined()
  expect(choicesOf(column({ kind: 'schools' }), ['一小'])).toBeUndefined()
})

test('codes and days are text, so that no program changes them', () => {
  expect([formatOf(column({ kind: 'code' })), formatOf(column({ kind: 'day' }))]).toEqual(['@', '@'])
  expect(formatOf(column({ kind: 'integer' }))).toBe('0')
})

test('a head is wide enough to be read', () => {
  expect(widthOf(column({ title: '到本校任教时间' }))).toBe(18)
  expect(widthOf(column({ kind: 'school' }))).toBe(28)
})
