import type { Block } from '#shared/block.ts'
import { grouped } from '#shared/group.ts'
import { schoolYearName } from '#shared/school-year.ts'
import type { Section } from '#platform/section.ts'
import { concernsOf, notesAbout } from './concern.actions.ts'
import type { Concern } from './concern.contract.ts'
import { readReportFigures, type ReportFigures } from './report-figures.actions.ts'
import { courseInWords, enumerated, gapInWords, targetInReport, titled, valueInWords } from './report-words.rules.ts'

/** What falls short, what a reader will ask about and what the office says to it, and what is not known. */
export const remarksSection: Section = {
  name: 'assessment.remarks',
  order: 40,
  title: '存在不足和需要说明的情况',
  build: async (ctx, scope) => {
    const figures = await readReportFigures(ctx, scope)
    const notes = await notesAbout(ctx, figures.statistics.unit)
    return [
      ...shortfalls(figures),
      ...asked(concernsOf(figures.statistics, notes, ctx.today), figures.year),
      ...unknown(figures),
    ]
  },
}

function shortfalls(figures: ReportFigures): Block[] {
  const missed = figures.ofYear(figures.year).flatMap((figure) => {
    const rules = figure.rules.filter(({ status }) => status === 'missed')
    const wanted = rules.map(
      (rule) => `${titled(rule)}要求${targetInReport(rule.target, figure.unit)}，${gapInWords(rule.gap)}`,
    )
    return rules.length > 0 ? [`${figure.name}为${valueInWords(figure)}，${wanted.join('；')}`] : []
  })
  const text =
    missed.length > 0
      ? `${enumerated(missed)}。`
      : `对照${schoolYearName(figures.year)}适用的要求，有数据的指标均已达标。`
  return [
    { kind: 'heading', level: 2, text: '尚未达标的指标' },
    { kind: 'paragraph', key: 'remarks.missed', text },
  ]
}

/** What the office said to these very numbers; what nobody has explained is no matter for a document. */
function asked(concerns: readonly Concern[], reportYear: number): Block[] {
  const told = concerns
    .filter(({ year }) => year <= reportYear)
    .flatMap(({ code, key, name, words, notes }): Block[] => {
      const note = notes.find(({ current }) => current)
      const text = `${name}：${closed(courseInWords(words))}说明：${closed(note?.words ?? '')}`
      return note ? [{ kind: 'paragraph', key: `remarks.${code}.${key}`, text }] : []
    })
  return told.length > 0 ? [{ kind: 'heading', level: 2, text: '需要说明的情况' }, ...told] : []
}

const closed = (sentence: string): string => (/[。！？]$/.test(sentence) ? sentence : `${sentence}。`)

function unknown(figures: ReportFigures): Block[] {
  const without = figures.ofYear(figures.year).filter(({ value }) => value === null)
  if (without.length === 0) return []
  const byDimension = [...grouped(without, ({ dimension }) => dimension)]
  const told = byDimension.map(([dimension, found]) => `${dimension}方面${found.map(({ name }) => name).join('、')}`)
  return [
    { kind: 'heading', level: 2, text: '暂无数据的指标' },
    {
      kind: 'paragraph',
      key: 'remarks.unknown',
      text: `${schoolYearName(figures.year)}没有报送或系统尚未记录的指标${without.length}项：${told.join('；')}。`,
    },
  ]
}
