import type { Weeks } from './week.ts'

const han = '一二三四五六七八九十'

/** 七, 十二, 7, ７ → a number; undefined where it is none. */
export function numberIn(text: string): number | undefined {
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

/** 单, 单周, 双周, 每周 or nothing. */
export function weeksIn(text: string): Weeks | undefined {
  const word = text.replace(/[\s()（）]/g, '').replace(/周$/, '')
  if (word === '' || word === '每' || word === '全') return '每周'
  if (word === '单') return '单周'
  return word === '双' ? '双周' : undefined
}

/** 8:00, ８：００, 08:00:00 → 08:00; undefined where it is no time of a day. */
export function clockIn(text: string): string | undefined {
  const [, hour = '', minute = ''] = /^(\d{1,2}):(\d{2})(?::00)?$/.exec(text.normalize('NFKC').replace(/\s/g, '')) ?? []
  const isTime = hour !== '' && Number(minute) < 60 && Number(hour) * 60 + Number(minute) <= 24 * 60
  return isTime ? `${hour.padStart(2, '0')}:${minute}` : undefined
}
