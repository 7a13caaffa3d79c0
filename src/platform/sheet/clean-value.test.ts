import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDay, parseMonth } from './clean-day.ts'
import { parseDecimal, parseInteger, parseSchoolYear, parseYesNo } from './clean-value.ts'

const wide = (text: string) =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))

describe.each([
  ['parseDay', parseDay],
  ['parseMonth', parseMonth],
  ['parseDecimal', parseDecimal],
  ['parseInteger', parseInteger],
  ['parseYesNo', parseYesNo],
  ['parseSchoolYear', parseSchoolYear],
])('%s', (_, parse) => {
  it('never throws, and gives either a value or a reason', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'0123456789-/.年月日十二〇一 ０９,+') }),
    )
    fc.assert(
      fc.property(text, (written) => {
        const parsed = parse(written)
        expect(parsed.reason === undefined).toBe(parsed.value !== undefined)
      }),
      { numRuns: 2000 },
    )
  })
})

const chineseDigits = (text: string) => [...text].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('')
function chineseNumber(number: number): string {
  const tens = Math.floor(number / 10)
  return (
    (tens > 1 ? chineseDigits(String(tens)) : '') +
    (tens ? '十' : '') +
    (number % 10 ? chineseDigits(String(number % 10)) : '')
  )
}

it('a day is read however it is written', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10)
      const [year = '', month = '', dayOfMonth = ''] = iso.split('-')
      const [m, d] = [Number(month), Number(dayOfMonth)]
      const ways = [
        iso,
        `${year}/${m}/${d}`,
        `${year}.${month}.${dayOfMonth}`,
        `${year}年${m}月${d}日`,
        `${year} 年 ${m} 月 ${d} 号`,
        year + month + dayOfMonth,
        date.toISOString(),
        `${iso} 8:30`,
        wide(`${year}/${m}/${d}`),
        `${chineseDigits(year)}年${chineseNumber(m)}月${chineseNumber(d)}日`,
      ]
      for (const way of ways) {
        expect([way, parseDay(way).value]).toEqual([way, iso])
        expect([way, parseMonth(way).value]).toEqual([way, iso.slice(0, 7)])
      }
    }),
  )
})

it.each([
  '2019.09',
  '2019年9月',
  '2019-09',
  '2019/9',
  '201909',
  '２０１９．９',
  '二〇一九年九月',
  '2019年09',
  ' 2019 . 09 ',
])('%s is September 2019', (text) => {
  expect(parseMonth(text)).toEqual({ value: '2019-09' })
})

it('a number that lost its date format is still a day', () => {
  expect(parseDay('43709')).toEqual({ value: '2019-09-01' })
})

it.each([
  ['2019-13', '没有13月'],
  ['2019.00', '没有0月'],
  ['1019.09', '年份1019不合理'],
  ['2019', '缺少月，例如2019-09'],
  ['90.3', '年份应写四位，例如2019-09'],
  ['九月', '应填年月，例如2019-09'],
  ['至今', '应填年月，例如2019-09'],
])('%s is no month: %s', (text, reason) => {
  expect(parseMonth(text)).toEqual({ reason })
})

it.each([
  ['2023-02-29', '2023年2月没有29日'],
  ['2023年4月31日', '2023年4月没有31日'],
  ['2019.09', '缺少日，例如2019-09-01'],
  ['2019', '缺少月和日，例如2019-09-01'],
  ['9/1/19', '年份应写四位，例如2019-09-01'],
  ['明天', '应填日期，例如2019-09-01'],
])('%s is no day: %s', (text, reason) => {
  expect(parseDay(text)).toEqual({ reason })
})

it('2019.1 in a number cell may be January or October, and is not guessed', () => {
  expect(parseMonth('2019.1')).toEqual({ value: '2019-01' })
  expect(parseMonth('2019.1', true)).toEqual({ reason: '可能是1月，也可能是10月，请写成2019-01或2019-10' })
  expect(parseMonth('2019.10', true)).toEqual({ value: '2019-10' })
})

it('numbers come back from every width and grouping', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (number) => {
      for (const way of [
        String(number),
        number.toLocaleString('en'),
        wide(String(number)),
        ` ${number} `,
        `${number}.0`,
      ]) {
        expect([way, parseInteger(way).value]).toEqual([way, number])
      }
    }),
  )
  expect(parseDecimal('１，２３４．５０')).toEqual({ value: 1234.5 })
})

it.each(['12人', '1,23', '1.2.3', '', '十二', '1e5', '--1'])('%j is no number', (text) => {
  expect(parseDecimal(text)).toEqual({ reason: '应填数字' })
})

it('12.5 is no whole number', () => {
  expect(parseInteger('12.5')).toEqual({ reason: '应填整数' })
})

it.each(['是', '√', 'ｙ', 'Yes', '1', 'TRUE', '有'])('%s is yes', (text) => {
  expect(parseYesNo(text)).toEqual({ value: true })
})

it.each(['否', '×', 'n', '0', 'FALSE', '无'])('%s is no', (text) => {
  expect(parseYesNo(text)).toEqual({ value: false })
})

it.each(['2023', '2023学年', '2023-2024学年', '２０２３—２０２４学年度', '2023年', '2023/24'])(
  '%s is school year 2023',
  (text) => {
    expect(parseSchoolYear(text)).toEqual({ value: 2023 })
  },
)

it('a school year has two years that follow each other', () => {
  expect(parseSchoolYear('2023-2025学年')).toEqual({ reason: '学年应是相连的两年，例如2023-2024学年' })
})
