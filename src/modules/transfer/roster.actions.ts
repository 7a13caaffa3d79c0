import { within } from '#shared/access.ts'
import type { Context } from '#platform/context.ts'
import { Download } from '#platform/download.ts'
import { zipStream } from '#platform/zip-stream.ts'
import { listSchoolsOf, listUnitNames } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { rosterFiles } from './roster.rules.ts'
import { listRosterTeachers } from './roster.sql.ts'

/** Those alone whose names the reader may know: a roster with names blotted out is of use to nobody. */
export async function writeRoster(ctx: Context, cluster: UnitSubject, schoolYear: number): Promise<Download> {
  const schools = await listSchoolsOf(ctx.db, cluster.id, schoolYear)
  const named = schools.filter(({ id, districtId }) => within(ctx.actor.names, { schoolId: id, districtId }))
  const [district] = await listUnitNames(ctx.db, [cluster.districtId])
  const where = { districtIds: [...new Set(named.map((one) => one.districtId))], schoolIds: named.map(({ id }) => id) }
  const teachers = named.length > 0 ? await listRosterTeachers(ctx.db, where, schoolYear) : []
  ctx.note({ districtId: cluster.districtId, unitId: cluster.id, schoolYear, teachers: teachers.length })
  const files = rosterFiles({ schoolYear, district: district!, cluster, schools, teachers })
  return new Download(`${cluster.name}${schoolYear}学年OneRoster.zip`, 'application/zip', zipStream(files, ctx.now))
}
