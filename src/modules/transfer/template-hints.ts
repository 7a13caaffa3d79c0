import type { LedgerColumn } from '#platform/ledger.ts'

/** What is written on a column's head: whether it must be filled in, and how. One line each. */
export function hintsOf({ title, kind, required, oneOf }: LedgerColumn): string[] {
  const must = required ? '必填。' : '可以不填。'
  const how = oneOf ? listHint(kind, oneOf) : (hints[kind] ?? '')
  return [title, must + how].filter(Boolean)
}

const listHint = (kind: LedgerColumn['kind'], oneOf: readonly string[]) =>
  kind === 'list' ? `可填：${oneOf.join('、')}；多项之间用“；”隔开。` : '从下拉中选。'

const hints: Partial<Record<LedgerColumn['kind'], string>> = {
  code: '照原样填写，前面的 0 不能少。',
  name: '写全名。',
  day: '写成 2023-09-01。',
  month: '写成 2023-09。',
  year: '写成 2023。',
  integer: '只填数字。',
  decimal: '只填数字。',
  'yes-no': '填是或否。',
  list: '多项之间用“；”隔开。',
  school: '从下拉中选。',
  schools: '写学校全称或简称，多所之间用“；”隔开。',
}

/** The items to choose from; undefined where a column is filled in freely. */
export function choicesOf({ kind, oneOf }: LedgerColumn, schools: readonly string[]): readonly string[] | undefined {
  if (kind === 'school') return schools
  if (kind === 'yes-no') return ['是', '否']
  return kind === 'list' ? undefined : oneOf
}

/** How a cell is formatted: codes and days as text, so that the program changes nothing of them. */
export const formatOf = ({ kind }: LedgerColumn): string =>
  kind === 'integer' ? '0' : kind === 'decimal' ? 'General' : '@'

/** In characters: the head must be read without widening it. */
export const widthOf = ({ title, kind }: LedgerColumn): number =>
  Math.max(title.length * 2 + 4, kind === 'school' || kind === 'schools' ? 28 : 12)
