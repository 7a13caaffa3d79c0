import type { Chart, TableColumn } from '#shared/block.ts'
import { schoolYearName } from '#shared/school-year.ts'
import type { Figure, RuleVerdict } from './figure.contract.ts'
import { OWN_PACK } from './goal.rules.ts'

/** One row of values over the school years of a report, under the name by which it is told. */
export interface Line {
  name: string
  unit: string
  values: readonly (number | null)[]
}

export const decimalsOf = (unit: string): 0 | 2 => (unit === '%' ? 2 : 0)

const grouped = [0, 2].map(
  (decimals) => new Intl.NumberFormat('zh-CN', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
)

/** 30.50%, 1,308人: as official documents write it, without a space. */
export const amountInWords = (value: number, unit: string): string =>
  unit === '%' ? `${grouped[1]!.format(value)}%` : `${grouped[0]!.format(value)}${unit}`

/** 骨干教师占比30.50%，比上年提高2.35个百分点 */
export function lineInWords({ name, unit, values }: Line): string {
  const [before, now] = [values.at(-2) ?? null, values.at(-1) ?? null]
  if (now === null) return `${name}没有数据`
  const told = `${name}${amountInWords(now, unit)}`
  return before === null ? told : `${told}，${changeInWords(before, now, unit)}`
}

/** 比上年提高2.35个百分点, 比上年减少8门, 与上年持平 */
export function changeInWords(before: number, now: number, unit: string): string {
  const by = Math.round((now - before) * 100) / 100
  if (by === 0) return '与上年持平'
  const size = Math.abs(by)
  if (unit === '%') return `比上年${by > 0 ? '提高' : '下降'}${grouped[1]!.format(size)}个百分点`
  return `比上年${by > 0 ? '增加' : '减少'}${amountInWords(size, unit)}`
}

/** 市骨干5人、区骨干72人: what a figure is made of, in the latest year, with the year before where that is known. */
export function partsInWords(name: string, lines: readonly Line[]): string {
  const said = lines.map(({ name: part, unit, values }) => {
    const [before, now] = [values.at(-2) ?? null, values.at(-1) ?? null]
    if (now === null) return `${part}没有数据`
    const told = `${part}${amountInWords(now, unit)}`
    return before === null || before === now ? told : `${told}（上年${amountInWords(before, unit)}）`
  })
  return `${name}中，${said.join('、')}`
}

const years = ['', '', '两', '三', '四', '五'] as const

/** The point that a row of values makes, as the title of its chart: 骨干教师占比三年提高1.21个百分点. */
export function pointInWords({ name, unit, values }: Line): string {
  const known = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]))
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last || first === last) return name
  const by = Math.round((last.value - first.value) * 100) / 100
  const span = `${years[last.index - first.index + 1] ?? last.index - first.index + 1}年`
  if (by === 0) return `${name}${span}持平`
  const size = unit === '%' ? `${grouped[1]!.format(Math.abs(by))}个百分点` : amountInWords(Math.abs(by), unit)
  const verbs = unit === '%' ? ['提高', '下降'] : ['增加', '减少']
  return `${name}${span}${by > 0 ? verbs[0] : verbs[1]}${size}`
}

/** The chart of some rows, if any of them has at least two values to compare; its title is the point of the one that moved most. */
export function chartOf(lines: readonly Line[], schoolYears: readonly number[], of = ''): Chart | undefined {
  const drawn = lines.filter(({ values }) => values.filter((value) => value !== null).length > 1)
  const [first] = drawn
  if (!first) return undefined
  const told = first.unit === '%' ? first : [...drawn].sort((a, b) => moved(b) - moved(a))[0]!
  return {
    kind: 'chart',
    title: of + pointInWords(told),
    shape: first.unit === '%' ? 'line' : 'bar',
    unit: first.unit,
    decimals: decimalsOf(first.unit),
    categories: schoolYears.map(schoolYearName),
    series: drawn.map(({ name, values }) => ({ name, values: [...values] })),
  }
}

function moved({ values }: Line): number {
  const known = values.filter((value) => value !== null)
  return Math.abs((known.at(-1) ?? 0) - (known[0] ?? 0))
}

export const columnOf = (title: string, unit: string): TableColumn => ({ title, unit, decimals: decimalsOf(unit) })

/** 一是…；二是…, where there is more than one. */
export const enumerated = (sentences: readonly string[]): string =>
  sentences.length === 1
    ? sentences[0]!
    : sentences.map((sentence, index) => `${'一二三四五六七八九十'[index] ?? index + 1}是${sentence}`).join('；')

export const valueInWords = ({ value, unit }: Pick<Figure, 'value' | 'unit'>): string =>
  value === null ? '—' : amountInWords(value, unit)

/** 还差1,092人 */
export const gapInWords = (gap: string): string =>
  gap.replaceAll(' ', '').replace(/\d+/, (digits) => grouped[0]!.format(Number(digits)))

/** ≥20%; a share of which nothing is more than all is 100%. */
export const targetInReport = (target: string, unit: string): string =>
  `${target.replaceAll(' ', '')}${unit}`.replace(/^≥100%$/, '100%')

/** A document tells in words what a page tells with arrows: 由1,030次降至231次，又增至1,508次. */
export const courseInWords = (words: string): string =>
  words
    .replace(/([\d,.]+(?: → [\d,.]+)+) ([^\s；。]+)/g, (_, course: string, unit: string) =>
      stepsInWords(course.split(' → '), unit),
    )
    .replaceAll(' ', '')

function stepsInWords([first, ...rest]: readonly string[], unit: string): string {
  const numbers = [first!, ...rest].map((told) => Number(told.replaceAll(',', '')))
  const steps = rest.map((told, index) => {
    const by = numbers[index + 1]! - numbers[index]!
    return `${by === 0 ? '仍为' : by > 0 ? '增至' : '降至'}${told}${unit}`
  })
  return `由${first!}${unit}${steps.join('，又')}`
}

/** A document stands in 《》; what the unit set itself is no document. */
export const titled = ({ pack, packName }: Pick<RuleVerdict, 'pack' | 'packName'>): string =>
  pack === OWN_PACK ? `${packName}的目标` : `《${packName}》`
