import { describe, expect, it } from 'vitest'
import { countInWords, decimalsOf, distance, inBytes, inFigures, moved } from './number.ts'

describe('numbers on screen', () => {
  it('have thousands separated and the decimals of their unit', () => {
    expect(inFigures(18664)).toBe('18,664')
    expect(inFigures(44, decimalsOf('%'))).toBe('44.00')
  })

  it('show a dash where nothing is known, and 0 where it is 0', () => {
    expect(inFigures(null)).toBe('—')
    expect(inFigures(undefined, 2)).toBe('—')
    expect(inFigures(0)).toBe('0')
  })

  it('move by exact hundredths', () => {
    expect(moved(21.33, 21.51)).toBe(0.18)
    expect(moved(30.5, 29.29)).toBe(-1.21)
    expect(moved(null, 3)).toBeNull()
  })

  it('are told in words with as many decimals as matter', () => {
    expect(distance(1.21, '%')).toBe('1.2')
    expect(distance(-0.02, '%')).toBe('0.02')
    expect(distance(-1125, '人')).toBe('1,125')
  })

  it('count years in Chinese numerals in Chinese only', () => {
    expect(countInWords(2, 'zh-CN')).toBe('两')
    expect(countInWords(3, 'en')).toBe('3')
  })

  it('tell the size of a file', () => {
    expect(inBytes(159_000)).toBe('159 KB')
    expect(inBytes(3_400_000)).toBe('3.4 MB')
    expect(inBytes(14)).toBe('1 KB')
  })
})
