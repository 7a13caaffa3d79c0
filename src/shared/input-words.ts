import { z } from 'zod'

type Issue = Parameters<NonNullable<ReturnType<typeof z.config>['customError']>>[0]

/** Says what is wrong with an input in words for the person who typed it; a contract's own words go before these. */
export function speakChinese(): void {
  z.config({ customError: wordsFor })
}

function wordsFor(issue: Issue): string {
  if (issue.code === 'invalid_type') return (issue.input !== undefined && typeWords[issue.expected]) || '请填写这一项'
  if (issue.code === 'too_small') return tooSmall(issue)
  if (issue.code === 'too_big') return `${sizeWords[issue.origin]?.[1] ?? '不能大于'} ${issue.maximum}`
  if (issue.code === 'invalid_value') return `只能是 ${issue.values.join('、')} 之一`
  return issue.code === 'invalid_format' ? '格式不对' : '这一项不对，请核对'
}

const tooSmall = ({ origin, minimum }: { origin: string; minimum: number | bigint }) =>
  origin === 'string' && Number(minimum) === 1 ? '请填写这一项' : `${sizeWords[origin]?.[0] ?? '不能小于'} ${minimum}`

const typeWords: Record<string, string> = {
  number: '应当是数字',
  string: '应当是文字',
  boolean: '应当是或否',
  array: '应当是一组值',
}
const sizeWords: Record<string, readonly [string, string]> = {
  string: ['字数不能少于', '字数不能超过'],
  array: ['个数不能少于', '个数不能超过'],
}
