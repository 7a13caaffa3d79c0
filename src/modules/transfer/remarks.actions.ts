import { grouped } from '#shared/group.ts'
import { inShort } from '#shared/numbers.ts'
import type { AnyLedgerSheet, LedgerSchool } from '#platform/ledger.ts'
import { endMemberships, listKeptRoles } from '#modules/organizations/index.ts'
import type { OpenBook } from './book.ts'
import type { SheetCount } from './import.contract.ts'
import { aboutSheet, type Report } from './report.ts'

/** Below so many rows a threefold change means nothing. */
const FEW = 20

/** What is worth saying of a sheet that is the whole cluster's; the roster follows the 学校 sheet. */
export async function remarkOnWhole(
  book: OpenBook,
  sheet: AnyLedgerSheet,
  count: SheetCount,
  report: Report,
): Promise<void> {
  if (sheet.source === 'organizations.schools') await remarkOnSchools(book, count, report)
  await remarkOnSize(book, sheet, count, report)
}

/** What the number of a sheet's rows is worth saying: rows that stay on file, a jump against the year before. */
async function remarkOnSize(book: OpenBook, sheet: AnyLedgerSheet, count: SheetCount, report: Report): Promise<void> {
  const now = await sheet.count(book, book.schoolYear)
  const kept = now - count.added - count.updated - count.unchanged
  if (kept > 0)
    report.warn(
      aboutSheet(sheet.name, 'transfer.keptRows', `另有 ${inShort(kept)} 行是以前导入的，这次没有收进来，仍计入。`),
    )
  const before = await sheet.count(book, book.schoolYear - 1)
  if (isJump(before, now))
    report.warn(
      aboutSheet(
        sheet.name,
        'transfer.jump',
        `本学年 ${inShort(now)} 行，上一学年 ${inShort(before)} 行，相差三倍以上，请核对是否填全。`,
      ),
    )
}

const isJump = (before: number, now: number): boolean =>
  before > 0 && now > 0 && Math.max(before, now) >= FEW && (now > before * 3 || before > now * 3)

/**
 * Schools that were members before and that the 学校 sheet leaves out: they have left, unless a row was refused (it may
 * be theirs), another file of this year named them, a person said of this year that they are members, or their list is
 * frozen.
 */
async function remarkOnSchools(book: OpenBook, { read, refused }: SheetCount, report: Report): Promise<void> {
  const silent = book.silentSchools()
  const { ctx, cluster, schoolYear } = book
  const isRoster = read > 0 && refused === 0
  const ended = isRoster ? await endMemberships(ctx, cluster.id, schoolYear, silent) : { gone: [], frozen: [] }
  const roles = await listKeptRoles(ctx.db, cluster.id, schoolYear)
  const kept = new Set(roles.filter(({ role }) => role !== null).map(({ schoolId }) => schoolId))
  const gone = new Set(ended.gone.filter((id) => !kept.has(id)))
  const frozen = new Set(ended.frozen.map(({ id }) => id))
  book.removeSchools([...gone])
  const becomes = ({ id }: LedgerSchool): Fate => {
    if (gone.has(id)) return 'schoolsGone'
    if (kept.has(id)) return 'schoolsKept'
    return frozen.has(id) ? 'schoolsFrozen' : 'schoolsLeftOut'
  }
  const years = [...new Set(ended.frozen.flatMap((school) => school.years))].sort().join('、')
  for (const [fate, schools] of grouped(silent, becomes)) tellOf(schools, fate, fates[fate](years), report)
}

/** What becomes of schools that the sheet leaves out; where lists are frozen, of which years. */
const fates = {
  schoolsGone: () => '本学年起不再按成员校计入',
  schoolsKept: () => '仍按成员校计入，本学年以手工登记为准',
  schoolsFrozen: (years: string) =>
    `${years}学年的符合交流条件名单已冻结，仍按成员校计入，要让它退出，请先到【教师】的【符合交流条件名单】解除冻结，再导入一次`,
  schoolsLeftOut: () => '仍按成员校计入',
}
type Fate = keyof typeof fates

function tellOf(schools: readonly LedgerSchool[], fate: Fate, consequence: string, report: Report): void {
  const names = schools
    .slice(0, 5)
    .map(({ name }) => `“${name}”`)
    .join('、')
  const some = names + (schools.length > 5 ? `等 ${schools.length} 所` : '')
  report.warn(aboutSheet('学校', `transfer.${fate}`, `以前的成员校${some}不在这张表里，${consequence}，请核对。`))
}
