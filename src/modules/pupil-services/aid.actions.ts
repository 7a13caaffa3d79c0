import { schoolYearOf } from '#shared/school-year.ts'
import type { Context } from '#platform/context.ts'
import { badField } from '#platform/problems.ts'
import { listDistrictIds, loadSchool } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import type { Aid, AidBody } from './aid.contract.ts'
import { aidStateOf } from './aid.rules.ts'
import { deleteAid, findAid, insertAid, updateAid, type AidRow, type SavedAid } from './aid.sql.ts'
import { noteCounted, sources } from './counted.actions.ts'
import { leaveFiles, showFiles } from './evidence.actions.ts'
import { ofAid } from './evidence.rules.ts'

export interface AidSubject {
  aid: AidRow
  school: UnitSubject
}

export async function loadAid(ctx: Context, id: string): Promise<AidSubject | undefined> {
  const aid = await findAid(ctx.db, await listDistrictIds(ctx.db), id)
  const school = aid && (await loadSchool(ctx, aid.schoolId))
  return school && { aid, school }
}

export const aidOf = (row: AidRow, today: string, files: Aid['files'] = []): Aid => ({
  ...{ id: row.id, kind: row.kind, place: row.place, people: row.people, fromDay: row.fromDay },
  ...{ untilDay: row.untilDay, checkedOn: row.checkedOn, endedOn: row.endedOn, state: aidStateOf(row, today) },
  files,
})

export async function addAid(ctx: Context, school: UnitSubject, fields: AidBody): Promise<{ id: string }> {
  const key = { districtId: school.districtId, schoolId: school.id, id: ctx.newId() }
  const row = savedOf(ctx, key, fields)
  await insertAid(ctx.db, row)
  await showFiles(ctx, school, ofAid(row.id), fields)
  await counted(ctx, [row])
  ctx.note({ districtId: row.districtId, unitId: row.schoolId, subjectId: row.id, after: fields })
  return { id: row.id }
}

export async function editAid(
  ctx: Context,
  { aid, school }: AidSubject,
  fields: AidBody,
): Promise<Record<string, never>> {
  const row = savedOf(ctx, aid, fields)
  await updateAid(ctx.db, row)
  await showFiles(ctx, school, ofAid(row.id), fields)
  await counted(ctx, [aid, row])
  ctx.note({ districtId: row.districtId, unitId: row.schoolId, subjectId: row.id, before: aid, after: fields })
  return {}
}

export async function dropAid(ctx: Context, { aid }: AidSubject): Promise<Record<string, never>> {
  await deleteAid(ctx.db, aid)
  await leaveFiles(ctx, ofAid(aid.id))
  await counted(ctx, [aid])
  ctx.note({ districtId: aid.districtId, unitId: aid.schoolId, subjectId: aid.id, before: aid })
  return {}
}

type Key = Pick<AidRow, 'districtId' | 'schoolId' | 'id'>

function savedOf({ now, today }: Context, { districtId, schoolId, id }: Key, fields: AidBody): SavedAid {
  const { kind, place, people = null, fromDay, untilDay, checkedOn = null, endedOn = null } = fields
  if (kind === 'AED' && place === '') throw badField('place', '请写 AED 放在哪里，如：一楼大厅')
  if (kind === '救护培训' && people === null) throw badField('people', '请写取得证书的人数')
  if (untilDay < fromDay) throw badField('untilDay', '到期日早于开始的日期，请核对。')
  if (endedOn !== null && endedOn < fromDay) throw badField('endedOn', '撤下的日期早于开始的日期，请核对。')
  return {
    ...{ districtId, schoolId, id, kind, place, fromDay, untilDay, checkedOn, endedOn },
    people: kind === 'AED' ? null : people,
    fromYear: schoolYearOf(fromDay),
    lapsed: untilDay < today,
    changedAt: now,
  }
}

/** It stands for its own year and every one after it that has begun. */
async function counted(ctx: Context, rows: readonly AidRow[]): Promise<void> {
  const from = Math.min(...rows.map(({ fromYear }) => fromYear))
  const now = schoolYearOf(ctx.today)
  const [{ districtId, schoolId }] = rows as [AidRow]
  const years = Array.from({ length: Math.max(1, now - from + 1) }, (_, n) => from + n)
  await noteCounted(
    ctx,
    sources.aid,
    years.map((schoolYear) => ({ districtId, schoolId, schoolYear })),
  )
}
