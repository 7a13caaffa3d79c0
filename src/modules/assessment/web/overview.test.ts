import { describe, expect, it } from 'vitest'
import type { Figure } from '../figure.contract.ts'
import { FigureShelf, keyFigures, leadingColumn, shareOfWay } from './overview.ts'

const rule = (status: 'met' | 'missed' | 'no-data') => ({
  pack: 'plan',
  packName: '计划',
  clause: '四（二）5',
  words: '不低于20%',
  target: '≥ 20',
  status,
  gap: '',
})
const figure = (code: string, year: number, value: number | null, more: Partial<Figure> = {}): Figure => ({
  code,
  name: code,
  unit: '人',
  dimension: '师资队伍共享共建',
  year,
  value,
  numerator: value,
  denominator: null,
  rules: [],
  ahead: [],
  ...more,
})

describe('the figures of an overview', () => {
  const shelf = new FigureShelf({
    years: [2023, 2022],
    figures: [
      figure('studios', 2022, 17, { parts: { 区名师工作室: 10, 学区工作室: 7 } }),
      figure('studios', 2023, 20, { parts: { 区名师工作室: 10, 学区工作室: 10 } }),
      figure('share', 2023, 44, { unit: '%' }),
    ],
  })

  it('stand in the order of the years, whole or by part, with gaps where nothing is known', () => {
    expect(shelf.series('studios', '学区工作室').map(({ value }) => value)).toEqual([7, 10])
    expect(shelf.series('share').map(({ value }) => value)).toEqual([null, 44])
  })

  it('change against the year before only where both are known', () => {
    expect(shelf.change('studios', 2023)).toBe(3)
    expect(shelf.change('share', 2023)).toBeNull()
  })

  it('lead a table by its share, or else by its largest numbers', () => {
    const parts = { title: '', code: 'studios', part: '学区工作室' }
    const share = { title: '', code: 'share' }
    const whole = { title: '', code: 'studios' }
    expect(leadingColumn({ title: '', columns: [whole, parts, share] }, shelf, 2023)).toBe(share)
    expect(leadingColumn({ title: '', columns: [parts, whole] }, shelf, 2023)).toBe(whole)
  })
})

describe('the key figures', () => {
  it('put what is missed first, keep out what has no value, and fill up with shares', () => {
    const found = keyFigures(
      [
        figure('plain share', 2023, 30, { unit: '%' }),
        figure('met', 2023, 44, { unit: '%', rules: [rule('met')] }),
        figure('unknown', 2023, null, { rules: [rule('no-data')] }),
        figure('missed', 2023, 5, { rules: [rule('met'), rule('missed')] }),
      ],
      6,
    )
    expect(found.map(({ code }) => code)).toEqual(['missed', 'met', 'plain share'])
  })
})

describe('the way to a target', () => {
  it('is at most the whole way, and unknown without a value', () => {
    expect(shareOfWay(15, '≥ 20')).toBe(0.75)
    expect(shareOfWay(44, '≥ 30')).toBe(1)
    expect(shareOfWay(4, '3–5')).toBe(1)
    expect(shareOfWay(null, '≥ 20')).toBeNull()
  })
})
