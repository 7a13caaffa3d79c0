import { LAST_PERIOD, type Weeks } from '#shared/week.ts'

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

const han = '一二三四五六七八九十'

/** 七, 十二, 7, ７ → a number; undefined where it is none. */
function numberIn(text: string): number | undefined {
  const plain = text.normalize('NFKC')
  if (/^\d{1,2}$/.test(plain)) return Number(plain)
  if (/^十[一二三四]?$/.test(plain)) return 10 + (han.indexOf(plain[1] ?? '') + 1)
  const at = plain.length === 1 ? han.indexOf(plain) : -1
  return at >= 0 ? at + 1 : undefined
}

const english = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** 星期一, 周一, 礼拜一, 一, 1, Monday → 1; 星期日, 周天, 7 → 7. */
export function weekdayIn(text: string): number | undefined {
  const word = text.replace(/\s/g, '').replace(/^(?:星期|礼拜|周)/, '')
  if (/^[日天]$/.test(word)) return 7
  const named = english.indexOf(word.slice(0, 3).toLowerCase())
  if (named >= 0) return named + 1
  const number = numberIn(word)
  return number !== undefined && number <= 7 ? number : undefined
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

/** 单, 单周, 双周, 每周 or nothing. */
export function weeksIn(text: string): Weeks | undefined {
  const word = text.replace(/[\s()（）]/g, '').replace(/周$/, '')
  if (word === '' || word === '每' || word === '全') return '每周'
  if (word === '单') return '单周'
  return word === '双' ? '双周' : undefined
}

/** Whether a word names a class: 七（3）班, 初一(2), 高二3班, 701班. */
export const isClassName = (text: string): boolean =>
  /班$/.test(text) || /[(（]\d{1,2}[)）]$/.test(text) || /^[一二三四五六七八九初高小].{0,4}\d{1,2}$/.test(text)

/** 七(3)班 and 七（3）班 are one class; written with full-width brackets. */
export const className = (text: string): string =>
  text.replace(/\s/g, '').replace(/\(/g, '（').replace(/\)/g, '）').replace(/^([^班]+[）\d])$/, '$1班') // prettier-ignore
