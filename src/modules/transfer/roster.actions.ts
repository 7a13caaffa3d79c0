import { within } from '#shared/access.ts'
import type { Context } from '#platform/context.ts'
import { Download } from '#platform/download.ts'
import { zipStream } from '#platform/zip-stream.ts'
import { listTaught } from '#modules/cover/index.ts'
import { listClasses, listSchoolsOf, listUnitNames } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { rosterFiles } from './roster.rules.ts'
import { listRosterTeachers } from './roster.sql.ts'

/** Those teachers alone whose names the reader may know: a roster with names blotted out is of use to nobody. */
export async function writeRoster(ctx: Context, cluster: UnitSubject, schoolYear: number): Promise<Download> {
  const schools = await listSchoolsOf(ctx.db, cluster.id, schoolYear)
  const named = schools.filter(({ id, districtId }) => within(ctx.actor.names, { schoolId: id, districtId }))
  const [district] = await listUnitNames(ctx.db, [cluster.districtId])
  const teachers = named.length > 0 ? await listRosterTeachers(ctx.db, whereOf(named), schoolYear) : []
  const of = { ...whereOf(schools), schoolYear }
  const classes = await listClasses(ctx.db, of)
  const taught = await listTaught(ctx.db, of)
  const counts = { teachers: teachers.length, classes: classes.length }
  ctx.note({ districtId: cluster.districtId, unitId: cluster.id, schoolYear, ...counts })
  const files = rosterFiles({ schoolYear, district: district!, cluster, schools, teachers, classes, taught })
  return new Download(`${cluster.name}${schoolYear}学年OneRoster.zip`, 'application/zip', zipStream(files, ctx.now))
}

const whereOf = (schools: readonly { id: number; districtId: number }[]) => ({
  districtIds: [...new Set(schools.map(({ districtId }) => districtId))],
  schoolIds: schools.map(({ id }) => id),
})
