import type { Block } from '#shared/block.ts'
import { grouped } from '#shared/group.ts'
import { schoolYearName } from '#shared/school-year.ts'
import type { Section } from '#platform/section.ts'
import { concernsOf, notesAbout } from './concern.actions.ts'
import type { Concern } from './concern.contract.ts'
import { readReportFigures, type ReportFigures } from './report-figures.actions.ts'
import { enumerated, titled, valueInWords } from './report-words.rules.ts'

/** What falls short, what a reader will ask about and what the office says to it, and what is not known. */
export const remarksSection: Section = {
  name: 'assessment.remarks',
  order: 40,
  title: '存在不足和需要说明的情况',
  build: async (ctx, scope) => {
    const figures = await readReportFigures(ctx, scope)
    const notes = await notesAbout(ctx, figures.statistics.unit)
    return [...shortfalls(figures), ...asked(concernsOf(figures.statistics, notes, ctx.today)), ...unknown(figures)]
  },
}

function shortfalls(figures: ReportFigures): Block[] {
  const missed = figures.ofYear(figures.year).flatMap((figure) => {
    const rules = figure.rules.filter(({ status }) => status === 'missed')
    const wanted = rules.map(
      (rule) => `${titled(rule)}要求${rule.target.replace(' ', '')}${figure.unit}，${rule.gap.replaceAll(' ', '')}`,
    )
    return rules.length > 0 ? [`${figure.name}为${valueInWords(figure)}，${wanted.join('；')}`] : []
  })
  const text =
    missed.length > 0
      ? `${enumerated(missed)}。`
      : `对照${schoolYearName(figures.year)}适用的要求，有数据的指标没有未达标的。`
  return [
    { kind: 'heading', level: 2, text: '尚未达标的指标' },
    { kind: 'paragraph', key: 'remarks.missed', text },
  ]
}

/** Only what the office said for these very numbers stands beside them. */
function asked(concerns: readonly Concern[]): Block[] {
  if (concerns.length === 0) return []
  const told = concerns.map(({ name, words, notes }) => {
    const note = notes.find(({ current }) => current)
    return `${name}：${closed(words.replace(/(?<!→) (?!→)/g, ''))}${note ? `说明：${closed(note.words)}` : ''}`
  })
  return [
    { kind: 'heading', level: 2, text: '需要说明的情况' },
    ...told.map((text, index): Block => ({
      kind: 'paragraph',
      key: `remarks.${concerns[index]!.code}.${concerns[index]!.key}`,
      text,
    })),
  ]
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
