import type { Book, Findings, LedgerRow } from '#platform/ledger.ts'
import { listMergedCodes } from './double.sql.ts'
import { keptOut } from './membership.actions.ts'
import type { MemberRole } from './membership.rules.ts'
import { listForeignSchools, listKeptRoles } from './membership.sql.ts'
import { listSchoolsByCode } from './school.sql.ts'
import { listNewNumbers } from './unit.sql.ts'

/** What is on file of the schools in some rows of the 学校 sheet. */
export interface Known {
  /** By code: where the schools of the sheet stand in the tree, new ones with a number already. */
  schools: ReadonlyMap<string, { id: number; districtId: number | null }>
  /** By code: schools recorded twice, which the ledger should call by the code of the one that stays. */
  merged: ReadonlyMap<string, string>
  /** By number: what a person said of this year; null: no member. */
  kept: ReadonlyMap<number, MemberRole | null>
  /** By code: schools of other clusters, which this ledger may not bring in; and whose they are. */
  foreign: ReadonlyMap<string, string>
  /** By number: schools that cannot become members, and the years of which their list is frozen. */
  frozen: ReadonlyMap<number, readonly number[]>
}

export async function readKnown(book: Book, rows: readonly LedgerRow[]): Promise<Known> {
  const { ctx, cluster, schoolYear, decidesMembers } = book
  const codes = [
    ...new Set(rows.map(({ cells }) => cells['学校标识码'] as string | null).filter((code) => code !== null)),
  ]
  const onFile = new Map((await listSchoolsByCode(ctx.db, codes)).map((school) => [school.code, school]))
  const fresh = codes.filter((code) => !onFile.has(code))
  const numbers = await listNewNumbers(ctx.db, fresh.length)
  const schools = new Map<string, { id: number; districtId: number | null }>([
    ...onFile,
    ...fresh.map((code, at) => [code, { id: numbers[at]!, districtId: null }] as const),
  ])
  const merged = await listMergedCodes(ctx.db, codes)
  const kept = await listKeptRoles(ctx.db, cluster.id, schoolYear)
  const foreign = decidesMembers ? [] : await listForeignSchools(ctx.db, cluster.id, codes)
  return {
    schools,
    merged: new Map(merged.map(({ code, into, intoCode }) => [code, `“${into}”（标识码 ${intoCode ?? '未填'}）`])),
    kept: new Map(kept.map(({ schoolId, role }) => [schoolId, role])),
    foreign: new Map(foreign.map(({ code, clusters }) => [code, clusters])),
    frozen: await readFrozen(book, rows, onFile),
  }
}

async function readFrozen(
  { ctx, cluster, schoolYear, ownSchool }: Book,
  rows: readonly LedgerRow[],
  onFile: ReadonlyMap<string, { id: number; districtId: number }>,
): Promise<Known['frozen']> {
  if (ownSchool !== undefined) return new Map()
  const said = rows.flatMap(({ cells }) => {
    const school = onFile.get((cells['学校标识码'] as string | null) ?? '')
    return school ? [{ ...school, role: roleIn(cells) }] : []
  })
  return new Map((await keptOut(ctx, cluster.id, schoolYear, said)).map(({ id, years }) => [id, years]))
}

/** A row that names no role names a member. */
export const roleIn = (cells: LedgerRow['cells']) => (cells['学区角色'] ?? '成员校') as MemberRole

function checkMerged({ cells }: LedgerRow, { merged }: Known, findings: Findings): void {
  const into = merged.get((cells['学校标识码'] as string | null) ?? '')
  if (into)
    findings.fault('学校标识码', 'organizations.mergedCode', `这所学校重复登记，已并入${into}，请改用它的标识码。`)
}

/** A member's teachers are open to the office by name: it does not take another cluster's school in by itself. */
function checkForeign({ cells }: LedgerRow, { foreign }: Known, findings: Findings): void {
  const whose = foreign.get((cells['学校标识码'] as string | null) ?? '')
  if (whose)
    findings.fault(
      '学校标识码',
      'organizations.foreignSchool',
      `这所学校属于${whose}，还不是本学区的成员，请先由区教育局加入，再导入。`,
    )
}

/** What a person said of the year stands; the ledger is told where it says otherwise. */
function checkKept({ cells }: LedgerRow, { schools, kept }: Known, findings: Findings): void {
  const school = schools.get((cells['学校标识码'] as string | null) ?? '')
  const role = school && kept.get(school.id)
  const said = roleIn(cells)
  if (role === undefined || role === said) return
  const stands = role === null ? '年末不是成员' : `年末为${role}`
  findings.warn(
    '学区角色',
    'organizations.keptByHand',
    `本学年已手工登记，${stands}，台账写“${said}”，成员关系按手工登记保留。`,
  )
}

/** A frozen list stays with the members of its year: the row comes in, the school does not join. */
function checkFrozen({ cells }: LedgerRow, { schools, frozen }: Known, findings: Findings): void {
  const school = schools.get((cells['学校标识码'] as string | null) ?? '')
  const years = school && frozen.get(school.id)
  if (years)
    findings.warn(
      '学区角色',
      'organizations.frozenMember',
      `这所学校${years.join('、')}学年的符合交流条件名单已冻结，没有加入本学区。要加入，请先到【教师】的【符合交流条件名单】解除冻结，再导入一次。`,
    )
}

/** What the row says of a membership that stands otherwise, or may not be: who is a member is not the ledger's alone. */
export function checkMember(row: LedgerRow, known: Known, findings: Findings): void {
  checkMerged(row, known, findings)
  checkKept(row, known, findings)
  checkForeign(row, known, findings)
  checkFrozen(row, known, findings)
}
