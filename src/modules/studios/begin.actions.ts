import type { Context } from '#platform/context.ts'
import { spellTitle } from '#platform/pinyin.ts'
import { badField } from '#platform/problems.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { settleStudio } from './counted.actions.ts'
import { hostOf, memberSchool, type HostFields } from './host.actions.ts'
import { studiosProblems } from './problems.ts'
import type { StudioFields } from './studio.contract.ts'
import { insertStudio, type StudioWritten } from './studio.sql.ts'

type Fields = StudioFields & { applicationId?: string }

/** A studio, by the office's word or chosen from those who applied. */
export async function addStudio(ctx: Context, unit: UnitSubject, fields: Fields): Promise<string> {
  const school = await memberSchool(ctx, unit, fields.schoolId)
  return beginStudio(ctx, unit, fields, await hostOf(ctx, school, fields))
}

export async function beginStudio(
  ctx: Context,
  unit: UnitSubject,
  fields: Omit<Fields, 'host'>,
  host: HostFields,
): Promise<string> {
  const key = { districtId: unit.districtId, id: ctx.newId() }
  const studio = { clusterId: unit.id, ...key, applicationId: fields.applicationId ?? null }
  if (!(await insertStudio(ctx.db, { ...studio, ...writtenOf(ctx, fields, host) })))
    throw studiosProblems.nameTaken({ name: fields.name })
  await settleStudio(ctx, key)
  ctx.note({ districtId: unit.districtId, unitId: unit.id, subjectId: key.id, change: fields.name, after: told(fields) }) // prettier-ignore
  return key.id
}

export const told = ({ line, kind, name, field, schoolId, from, until }: Omit<Fields, 'host'>) => ({ line, kind, name, field, schoolId, from, until }) // prettier-ignore

export function writtenOf(ctx: Context, fields: Omit<Fields, 'host'>, host: HostFields): StudioWritten {
  const { line, kind, name, field, about, from, until } = fields
  if (until < from) throw badField('until', '结束日期早于开始日期，请核对')
  const changed = { changedAt: ctx.now, changedBy: ctx.actor.name }
  const { pinyin } = spellTitle(name)
  return { line, kind, name, pinyin, field, about, ...host, fromDay: from, untilDay: until, ...changed }
}
