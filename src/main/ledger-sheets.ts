import type { AnyLedgerSheet } from '#platform/ledger.ts'
import { modules } from './modules.ts'

/** As the workbook has them; the modules stand in another order. */
const workbook = ['学校', '班级', '教师', '交流轮岗', '工作室', '教研活动', '跨校带教', '课程', '场馆共享', '办学绩效']

const placeOf = ({ name }: AnyLedgerSheet): number =>
  (workbook.indexOf(name) + workbook.length + 1) % (workbook.length + 1)

/** The sheets of all modules in the order of the workbook, others behind them. */
export const ledgerSheets: readonly AnyLedgerSheet[] = modules
  .flatMap((module): readonly AnyLedgerSheet[] => module.sheets ?? [])
  .toSorted((a, b) => placeOf(a) - placeOf(b))
