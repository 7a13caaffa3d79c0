import { dayAfter } from '#shared/day.ts'
import { mondayOf, termAt, termDays } from '#shared/week.ts'

export const spans = ['周', '月', '学期'] as const
export type QuotaSpan = (typeof spans)[number]

/** The days of the span around a day, both included. A 学期 here is a half of the school year, as the calendar goes. */
export function spanAround(span: QuotaSpan, day: string): { fromDay: string; untilDay: string } {
  if (span === '周') return { fromDay: mondayOf(day), untilDay: dayAfter(mondayOf(day), 6) }
  if (span === '月') return { fromDay: `${day.slice(0, 7)}-01`, untilDay: dayAfter(nextMonth(day), -1) }
  const { schoolYear, term } = termAt(day)
  return termDays(schoolYear, term)
}

function nextMonth(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
}

/** 每周 2 次 */
export const quotaInWords = ({ span, uses, kind }: { span: QuotaSpan; uses: number; kind: string }): string =>
  `${kind || '各场馆合计'}每校每${span === '月' ? '个月' : span}最多 ${uses} 次`
