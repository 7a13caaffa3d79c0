import type { Block, Table } from '#shared/block.ts'
import { grouped } from '#shared/group.ts'
import { schoolYearName } from '#shared/school-year.ts'
import type { Section } from '#platform/section.ts'
import type { Figure, RuleVerdict } from './figure.contract.ts'
import { readReportFigures, type ReportFigures } from './report-figures.actions.ts'
import { gapInWords, targetInReport, titled, valueInWords } from './report-words.rules.ts'

interface Held {
  figure: Figure
  rule: RuleVerdict & { by?: number }
}

/** How the figures stand against every document that applies, each with its clause; and what later years will ask. */
export const targetsSection: Section = {
  name: 'assessment.targets',
  order: 30,
  title: '目标对照',
  build: async (ctx, scope) => {
    const figures = await readReportFigures(ctx, scope)
    const blocks = [...now(figures), ...later(figures)]
    return blocks.length > 0 ? blocks : [{ kind: 'paragraph', key: 'targets.none', text: '本学年没有适用的目标要求。' }]
  },
}

const statusWords = { met: '达标', missed: '未达标', 'no-data': '无数据' } as const

function now(figures: ReportFigures): Block[] {
  const held = figures.ofYear(figures.year).flatMap((figure) => figure.rules.map((rule) => ({ figure, rule })))
  return [...grouped(held, ({ rule }) => rule.pack)].flatMap(([pack, rules]): Block[] => {
    const name = titled(rules[0]!.rule)
    return [
      { kind: 'heading', level: 2, text: `对照${name}` },
      { kind: 'paragraph', key: `targets.${pack}`, text: tally(figures.year, rules) },
      verdicts(`${schoolYearName(figures.year)}对照${name}`, rules),
    ]
  })
}

function tally(year: number, rules: readonly Held[]): string {
  const count = (status: RuleVerdict['status']) => rules.filter(({ rule }) => rule.status === status).length
  const [met, missed, unknown] = [count('met'), count('missed'), count('no-data')]
  const told = [
    ...(met > 0 ? [`达标${met}项`] : []),
    ...(missed > 0 ? [`未达标${missed}项`] : []),
    ...(unknown > 0 ? [`暂无数据${unknown}项`] : []),
  ]
  return `${schoolYearName(year)}适用的要求${rules.length}项，${told.join('、')}。`
}

const verdicts = (title: string, rules: readonly Held[]): Table => ({
  kind: 'table',
  title,
  columns: [{ title: '指标' }, { title: '条款' }, { title: '要求' }, { title: '实际' }, { title: '情况' }],
  rows: rules.map(({ figure, rule }) => [
    figure.name,
    rule.clause,
    wanted(figure, rule),
    valueInWords(figure),
    rule.gap ? `${statusWords[rule.status]}，${gapInWords(rule.gap)}` : statusWords[rule.status],
  ]),
  ...notesOf(rules),
})

/** ≥20%, 3–5个 */
const wanted = ({ unit }: Figure, { target }: RuleVerdict): string => targetInReport(target, unit)

function notesOf(rules: readonly Held[]): { note?: string } {
  const notes = rules.flatMap(({ figure, rule }) => (rule.note ? [`${figure.name}：${rule.note}`] : []))
  return notes.length > 0 ? { note: `注：${notes.join('')}` } : {}
}

/** Targets of later years, with how far the figures are already. */
function later(figures: ReportFigures): Block[] {
  const held = figures.ofYear(figures.year).flatMap((figure) => figure.ahead.map((rule): Held => ({ figure, rule })))
  if (held.length === 0) return []
  const met = held.filter(({ rule }) => rule.status === 'met').length
  const text = `以后学年的目标${held.length}项，按${schoolYearName(figures.year)}的数据，已经达到${met}项。`
  return [
    { kind: 'heading', level: 2, text: '以后学年的目标' },
    { kind: 'paragraph', key: 'targets.ahead', text },
    ...[...grouped(held, ({ rule }) => titled(rule))].map(([name, rules]) => ahead(name, rules)),
  ]
}

const ahead = (name: string, rules: readonly Held[]): Table => ({
  kind: 'table',
  title: `${name}以后学年的目标`,
  columns: [{ title: '指标' }, { title: '条款' }, { title: '学年' }, { title: '要求' }, { title: '现状' }],
  rows: rules
    .toSorted((a, b) => a.rule.by! - b.rule.by!)
    .map(({ figure, rule }) => [
      figure.name,
      rule.clause,
      schoolYearName(rule.by!),
      wanted(figure, rule),
      valueInWords(figure),
    ]),
})
