import { NewEntry } from './credit.contract.ts'
import type { TrainingPlan } from './plan.contract.ts'

interface Known {
  plan: Pick<TrainingPlan, 'tiers' | 'fields'>
  staffNos: ReadonlySet<string>
  /** 'YYYY-MM-DD' */
  today: string
}

/** What is wrong with lines of credits, each with its number and what would be right. */
export function linesAgainst(lines: readonly NewEntry[], { plan, staffNos, today }: Known): string[] {
  return lines.flatMap((line, index) => {
    const say = (words: string) => `第 ${index + 1} 行：${words}。`
    return [
      ...(staffNos.has(line.staffNo) ? [] : [say(`工号“${line.staffNo}”不在本校名册中`)]),
      ...(plan.tiers.includes(line.tier) ? [] : [say(`没有级别“${line.tier}”，可以填${plan.tiers.join('、')}`)]),
      ...(plan.fields.includes(line.field) ? [] : [say(`没有内容“${line.field}”，可以填${plan.fields.join('、')}`)]),
      ...(line.earnedOn <= today ? [] : [say(`日期${line.earnedOn}还没有到`)]),
    ]
  })
}

const keys = ['staffNo', 'tier', 'field', 'credits', 'earnedOn', 'title', 'evidence'] as const

/** Lines as they are pasted from a sheet: 工号、级别、内容、学分、日期、课程名称、依据, a tab between them; a head line is left out. */
export function readPasted(text: string): { lines: NewEntry[]; mistakes: string[] } {
  const rows = text
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== '') && cells[0] !== '工号')
  const read = rows.map((cells) => NewEntry.safeParse(fieldsOf(cells)))
  return {
    lines: read.flatMap(({ data }) => data ?? []),
    mistakes: read.flatMap(({ error }, n) => (error ? [`第 ${n + 1} 行：${error.issues[0]!.message}。`] : [])),
  }
}

const fieldsOf = (cells: readonly string[]) =>
  Object.fromEntries(keys.map((key, n) => [key, key === 'earnedOn' ? isoDay(cells[n] ?? '') : cells[n] || undefined]))

/** 2026/3/1, 2026.3.1 and 2026年3月1日 are the same day as 2026-03-01. */
function isoDay(typed: string): string {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(typed) ?? []
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : typed
}
