import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { projectRoot } from '#platform/config.ts'
import { policiesOf } from './book.ts'
import { PolicyMistakes, readPolicies } from './read.ts'

const book = readPolicies(projectRoot())
const named = [book.common, ...book.cities].flatMap(({ indicators }) => indicators)
const measures = new Set(named.flatMap(({ numerator, denominator }) => [numerator!, denominator!]))
const roots: string[] = []
afterEach(() => roots.splice(0).forEach((root) => rmSync(root, { recursive: true })))

/** A copy of the project's policies with some files changed. */
function planted(changes: Record<string, (text: string) => string>): string {
  const root = mkdtempSync(join(tmpdir(), 'policies-'))
  roots.push(root)
  cpSync(join(projectRoot(), 'policies'), join(root, 'policies'), { recursive: true })
  for (const [name, change] of Object.entries(changes)) {
    const path = join(root, 'policies', name)
    writeFileSync(path, change(readFileSync(path, 'utf8')))
  }
  return root
}

function mistakesIn(root: string): string[] {
  try {
    readPolicies(root, measures)
  } catch (error) {
    if (error instanceof PolicyMistakes) return error.message.split('\n').slice(1)
    throw error
  }
  return []
}

const pack = 'shanghai/close-knit-opinion.yaml'
const catalogue = 'common/indicators.yaml'

describe('the policies of the project', () => {
  test('hold no school to a share that only tells what kind it is', () => {
    const whole = book.common.indicators.filter(({ wholeOnly }) => wholeOnly).map(({ code }) => code)
    expect(whole).toEqual(['appraised_schools', 'excellent_schools', 'excellent_share', 'public_kindergarten_share'])
  })

  test('name the sixteen districts of Shanghai', () => {
    expect(book.cities[0]!.region.districts.size).toBe(16)
    expect(book.cities[0]!.region.towns).toEqual([{ code: 310112103, name: '颛桥镇', districtId: 310112 }])
  })

  test('hold in every district of the city, and only there', () => {
    const packs = (districtId: number) => policiesOf(book, districtId).packs.map(({ id }) => id)
    expect(packs(310112)).toEqual(['shanghai-close-knit', 'shanghai-demonstration-2023', 'zhuanqiao-plan'])
    expect(packs(310000)).toEqual(packs(310112))
    expect(packs(330106)).toEqual([])
    expect(policiesOf(book, 330106).indicators.map(({ code }) => code)).toContain('rotation_rate')
  })
})

test('a rubric whose weights do not come to 100, or whose levels rise, is named by its line', () => {
  const root = planted({
    'common/course-rubric.yaml': (text) =>
      text.replace('weight: 25', 'weight: 30').replace('percent: 60', 'percent: 90'),
  })
  expect(mistakesIn(root)).toEqual([
    'policies/common/course-rubric.yaml:6 各项 weight 合计应是 100（现在是 105）',
    'policies/common/course-rubric.yaml:15 等次要从高到低写',
  ])
})

test('a service given twice is named by its line, and one in words is none', () => {
  const file = 'shanghai/pupil-services.yaml'
  expect(mistakesIn(planted({ [file]: (text) => text.replace('code: law', 'code: care') }))).toEqual([
    expect.stringContaining('policies/shanghai/pupil-services.yaml:12 项目编号“care”重复了'),
  ])
  expect(mistakesIn(planted({ [file]: (text) => text.replace('code: law', 'code: 宣教') }))[0]).toContain('编号只用')
})

test('grades of a studio that rise, or leave the lowest scores without one, are named by their line', () => {
  const root = planted({
    'common/studio-rubric.yaml': (text) => text.replace('from: 60', 'from: 90').replace('from: 0', 'from: 10'),
  })
  expect(mistakesIn(root)).toEqual([
    'policies/common/studio-rubric.yaml:17 等第要从高到低写',
    'policies/common/studio-rubric.yaml:15 最低一等要从 0 分起',
  ])
})

test('a term that ends before it begins is named by its line', () => {
  const root = planted({ 'shanghai/calendar.yaml': (text) => text.replace('until: 2026-01-30', 'until: 2025-01-30') })
  expect(mistakesIn(root)).toEqual(['policies/shanghai/calendar.yaml:3 “until”学期的最后一天早于第一天'])
})

test('the next five-year plan is another file, and does not begin before the last is over', () => {
  const next = (from: string) => {
    const root = planted({})
    const text = readFileSync(join(root, 'policies/shanghai/training-2021.yaml'), 'utf8')
    writeFileSync(
      join(root, 'policies/shanghai/training-2026.yaml'),
      text.replace('-2021', '-2026').replace('from: 2021-01-01', `from: ${from}`).replace('until: 2025', 'until: 2030'),
    )
    return root
  }
  const plans = readPolicies(next('2026-01-01'), measures).cities[0]!.training
  expect(plans.map(({ id, until }) => `${id} ${until}`)).toEqual([
    'shanghai-training-2021 2025-12-31',
    'shanghai-training-2026 2030-12-31',
  ])
  expect(mistakesIn(next('2025-09-01'))).toEqual([
    'policies/shanghai/training-2026.yaml:7 从2025-09-01开始，与前一个五年计划的日期重叠',
  ])
})

test('a new city is a new folder with its own thresholds', () => {
  const root = planted({})
  mkdirSync(join(root, 'policies/hangzhou'))
  writeFileSync(
    join(root, 'policies/hangzhou/region.yaml'),
    'city: { code: 330100, name: 杭州市, office: 杭州市教育局 }\ndistricts:\n  - { code: 330106, name: 西湖区 }\n',
  )
  writeFileSync(
    join(root, 'policies/hangzhou/groups.yaml'),
    'id: hangzhou-groups\nname: 集团化办学意见\nsource: 杭州市教育局\ntargets:\n' +
      '  - { indicator: rotation_rate, clause: 二, words: 不低于15%, from: 2022, atLeast: 15 }\n',
  )
  const book = readPolicies(root, measures)
  expect(policiesOf(book, 330106).packs.map(({ id }) => id)).toEqual(['hangzhou-groups'])
  expect(policiesOf(book, 310112).packs.map(({ id }) => id)).not.toContain('hangzhou-groups')
})

describe('a mistake names file and line:', () => {
  const cases: [string, string, (text: string) => string, string[]][] = [
    ['a word that is no key', pack, (t) => t.replace('scope:', 'skope:'), [`policies/${pack}:9 没有“skope”这一项`]],
    ['a scope that does not exist', pack, (t) => t.replace('cross-stage', 'crossed'), [`policies/${pack}:17 “scope”`]],
    [
      'an indicator that does not exist',
      pack,
      (t) => t.replace('indicator: rotation_rate', 'indicator: rotation_rat'),
      [`policies/${pack}:5 没有指标“rotation_rat”`],
    ],
    ['a missing clause', pack, (t) => t.replace(/ {4}clause: 四（四）\n/, ''), [`policies/${pack}:30 缺少“clause”`]],
    ['a share above 100', pack, (t) => t.replace('atLeast: 10', 'atLeast: 1000'), [`policies/${pack}:10 比例的目标`]],
    ['a target below nothing', pack, (t) => t.replace('atLeast: 10', 'atLeast: -1'), [`policies/${pack}:10 “atLeast”`]],
    [
      'a form of rotation that does not exist',
      'shanghai/rotation.yaml',
      (t) => t.replace('forms: [互补代课', 'forms: [互助代课'),
      ['policies/shanghai/rotation.yaml:50 没有交流方式“互助代课”'],
    ],
    ['a text for a number', pack, (t) => t.replace('from: 2019', 'from: 二〇一九'), [`policies/${pack}:8 “from”`]],
    [
      'an end before the beginning',
      'shanghai/zhuanqiao-plan.yaml',
      (t) => t.replace('until: 2024', 'until: 2023'),
      ['policies/shanghai/zhuanqiao-plan.yaml:28 until 早于 from'],
    ],
    [
      'a range upside down',
      'shanghai/zhuanqiao-plan.yaml',
      (t) => t.replace('upTo: 5', 'upTo: 2'),
      ['policies/shanghai/zhuanqiao-plan.yaml:86 upTo 要与 atLeast 同写'],
    ],
    ['broken YAML', pack, (t) => t.replace('targets:', 'targets: ['), [`policies/${pack}:`]],
    [
      'a code given twice',
      catalogue,
      (t) => t.replace('- code: backbone\n', '- code: teachers\n'),
      [`policies/${catalogue}:16 指标代码“teachers”重复了`],
    ],
    [
      'a measure that nobody has',
      catalogue,
      (t) => t.replace('people.eligible', 'people.elligible'),
      [`policies/${catalogue}:76 没有统计口径“people.elligible”`],
    ],
    [
      'a dimension that nobody has',
      catalogue,
      (t) => t.replace('dimension: 师资', 'dimension: 师生'),
      [`policies/${catalogue}:13 没有评价维度`],
    ],
    [
      'a part that the figure has not',
      catalogue,
      (t) => t.replace('part: 区后备', 'part: 区后被'),
      ['没有分项“区后被”'],
    ],
    [
      'a district given twice',
      'shanghai/region.yaml',
      (t) => t.replace('310104', '310101'),
      ['policies/shanghai/region.yaml:8 代码“310101”重复了'],
    ],
    [
      'a sum of credits that is another',
      'shanghai/training-2021.yaml',
      (t) => t.replace('sum: 36', 'sum: 38'),
      ['policies/shanghai/training-2021.yaml:14 各项加起来是 36 学分，写的是 38 学分'],
    ],
    [
      'a tier of training that nobody has',
      'shanghai/training-2021.yaml',
      (t) => t.replace('recognisedAs: [区级', 'recognisedAs: [县级'),
      ['policies/shanghai/training-2021.yaml:26 没有级别“县级”'],
    ],
    [
      'an age that is none',
      'shanghai/eligibility.yaml',
      (t) => t.replace('男: 55', '男: 五十五'),
      ['policies/shanghai/eligibility.yaml:8 “男”'],
    ],
  ]
  test.each(cases)('%s', (_, file, change, expected) => {
    const found = mistakesIn(planted({ [file]: change }))
    for (const line of expected) expect(found.join('\n')).toContain(line)
  })

  test('all of them at once', () => {
    const found = mistakesIn(
      planted({
        [pack]: (text) => text.replace('atLeast: 10', 'atLeast: 1000').replace('clause: 四（三）', 'klause: 四（三）'),
        'shanghai/region.yaml': (text) => text.replace('office:', 'offices:'),
      }),
    )
    expect(found.map((line) => line.split(' ')[0])).toEqual([
      'policies/shanghai/region.yaml:2',
      'policies/shanghai/region.yaml:5',
      `policies/${pack}:24`,
      `policies/${pack}:25`,
    ])
  })
})
