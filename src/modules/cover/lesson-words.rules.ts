import { LAST_PERIOD, type Weeks } from '#shared/week.ts'
import { numberIn } from '#shared/week-words.ts'

/** A lesson as a file says it: names and numbers as written, and where it stands in the file. */
export interface WrittenLesson {
  /** B3, or 表“七（1）班”的 B3. */
  at: string
  /** Where the teacher is named, if that is a cell of its own. */
  teacherAt?: string
  staffNo: string | null
  teacherName: string | null
  className: string
  subject: string
  weekday: number
  period: number
  weeks: Weeks
  campus: string | null
}

/** What could not be read, or is told besides: where, and what would be right. */
export interface Finding {
  at: string
  message: string
}

export interface ReadLessons {
  lessons: WrittenLesson[]
  faults: Finding[]
  notes: Finding[]
}

/** 第3节, 3, 第三节 → [3]; 3-4节, 第3、4节 → [3, 4]. */
export function periodsIn(text: string): number[] | undefined {
  const word = text.normalize('NFKC').replace(/\s/g, '').replace(/^第/, '').replace(/节课?$/, '') // prettier-ignore
  const parts = word.split(/[-~–—至到、,]/).map((part) => numberIn(part.replace(/^第|节$/g, '')))
  if (parts.some((part) => part === undefined || part < 1 || part > LAST_PERIOD)) return undefined
  const [first = 0, last = first] = parts as number[]
  if (/[-~–—至到]/.test(word))
    return last >= first ? Array.from({ length: last - first + 1 }, (_, n) => first + n) : undefined
  return parts as number[]
}

/** Whether a word names a class: 七（3）班, 初一(2), 高二3班, 701班. */
export const isClassName = (text: string): boolean =>
  /班$/.test(text) || /[(（]\d{1,2}[)）]$/.test(text) || /^[一二三四五六七八九初高小].{0,4}\d{1,2}$/.test(text)
