import type { Reply } from '#shared/endpoint.ts'
import { schoolYearName, schoolYearOf } from '#shared/school-year.ts'
import type { UploadedFile } from '#shared/upload.ts'
import type { Context } from '#platform/context.ts'
import { Download, XLSX } from '#platform/download.ts'
import { comparisonKey } from '#platform/sheet/clean.ts'
import { openWorkbook } from '#platform/sheet/open.ts'
import type { CellValue } from '#platform/sheet/table.ts'
import { writeWorkbook } from '#platform/sheet/write.ts'
import { listDistrictIds, listSchoolsOf, listUnitNames, loadSchool } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { addActivity, editActivity } from './activity.actions.ts'
import type { activityApi, ActivityBody } from './activity.contract.ts'
import { listActivities, type ActivityRow } from './activity.sql.ts'
import { activityKey, readActivityRows, titles, yearsIn, type FindSchool, type TextRow } from './activity-table.ts'
import { pupilServicesProblems } from './problems.ts'

const MOST_ROWS = 5000

/** The activities of a cluster's year as a sheet that can be filled on and brought in again; without any it is the form. */
export async function exportActivities(ctx: Context, unit: UnitSubject, asked: number | undefined): Promise<Download> {
  const year = asked ?? schoolYearOf(ctx.today)
  const activities = await listActivities(ctx.db, await listDistrictIds(ctx.db), unit.id, year)
  const title = `${unit.name}${schoolYearName(year)}联合活动`
  const columns = titles.map((one) => ({ title: one, ...(one.endsWith('日期') && { kind: 'day' as const }) }))
  const rows = activities.flatMap(rowsOf)
  ctx.note({ districtId: unit.districtId, unitId: unit.id, rows: rows.length })
  const note = '一所参加学校一行；同一次活动的各行，名称、开始日期和承办学校要一样。类别：家长学校、家庭教育指导、课后服务、社团活动、综合实践、展示交流、竞赛、心理健康工作坊；形式：线下、线上；组织：学区、学校。只填人数，不填姓名。' // prettier-ignore
  return new Download(`${title}.xlsx`, XLSX, writeWorkbook([{ name: '联合活动', title, columns, rows, note }]))
}

function rowsOf({
  title,
  kind,
  form,
  runBy,
  fromDay,
  untilDay,
  place,
  school,
  parts,
  news,
}: ActivityRow): CellValue[][] {
  const head = [title, kind, form, runBy, fromDay, untilDay, place, school]
  if (parts.length === 0) return [[...head, ...Array.from({ length: 8 }, () => null), news]]
  return parts.map(({ school: from, pupils, families, teachers, awards, firstPrizes, secondPrizes, thirdPrizes }) => [
    ...head,
    ...[from, pupils, families, teachers, awards, firstPrizes, secondPrizes, thirdPrizes, news],
  ])
}

/** Reads a sheet of activities; taken, each is added, or takes the place of the one of the same name, day and host. */
export async function uploadActivities(
  ctx: Context,
  cluster: UnitSubject,
  take: 'yes' | undefined,
  file: UploadedFile,
): Promise<Reply<typeof activityApi.upload>> {
  const rows = await rowsIn(file)
  const years = yearsIn(rows)
  const read = readActivityRows(rows, await finderOf(ctx, cluster, years))
  if (!read) throw pupilServicesProblems.noTable()
  const onFile = await onFileOf(ctx, cluster, years)
  const known = read.activities.filter((one) => onFile.has(activityKey(one))).length
  const taken = take === 'yes' && read.faults.length === 0
  if (taken) for (const one of read.activities) await keep(ctx, cluster, one, onFile.get(activityKey(one)))
  ctx.note({ districtId: cluster.districtId, unitId: cluster.id, activities: read.activities.length, faults: read.faults.length, taken }) // prettier-ignore
  return { activities: read.activities.length, known, faults: read.faults, taken }
}

async function keep(ctx: Context, cluster: UnitSubject, body: ActivityBody, before: ActivityRow | undefined) {
  const host = await loadSchool(ctx, body.schoolId)
  if (!host) return
  const at = { cluster, host, runBy: body.runBy }
  if (before) await editActivity(ctx, { ...at, activity: before, next: at }, body)
  else await addActivity(ctx, at, body)
}

async function onFileOf(
  ctx: Context,
  { id }: UnitSubject,
  years: readonly number[],
): Promise<Map<string, ActivityRow>> {
  const districtIds = await listDistrictIds(ctx.db)
  const found: ActivityRow[] = []
  for (const year of years) found.push(...(await listActivities(ctx.db, districtIds, id, year)))
  return new Map(found.map((one) => [activityKey(one), one]))
}

/** A school goes by its name and short name of that year, and by the name that it has now. */
async function finderOf(ctx: Context, { id }: UnitSubject, years: readonly number[]): Promise<FindSchool> {
  const byName = new Map<string, number>()
  for (const year of years) {
    const members = await listSchoolsOf(ctx.db, id, year)
    const now = await listUnitNames(
      ctx.db,
      members.map((one) => one.id),
    )
    const called = [...now, ...members.map((one) => ({ id: one.id, name: one.shortName })), ...members]
    for (const { id: schoolId, name } of called) if (name) byName.set(`${year}|${comparisonKey(name)}`, schoolId)
  }
  return (name, year) => byName.get(`${year}|${comparisonKey(name)}`)
}

/** The first sheet of the file that is in sight. */
async function rowsIn(file: UploadedFile): Promise<TextRow[]> {
  const workbook = await openWorkbook(file.path, { name: file.name })
  try {
    const sheet = workbook.sheets.find(({ hidden }) => !hidden)
    const rows: TextRow[] = []
    if (sheet)
      for await (const { row, cells } of workbook.rows(sheet.name)) {
        if (rows.length > MOST_ROWS) throw pupilServicesProblems.tooManyRows({ limit: MOST_ROWS })
        rows.push({ row, cells: new Map(cells.map(({ column, text }) => [column, text])) })
      }
    return rows
  } finally {
    await workbook.close()
  }
}
