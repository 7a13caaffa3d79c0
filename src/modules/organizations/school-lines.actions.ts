import { grouped } from '#shared/group.ts'
import { firstDay, lastDay } from '#shared/school-year.ts'
import type { Db } from '#platform/database/database.ts'
import { stagesOfKind } from './cluster.rules.ts'
import { roleShown } from './duty.rules.ts'
import { listDutiesIn } from './duty.sql.ts'
import type { SchoolLine } from './school.contract.ts'
import { listSchoolLines } from './school.sql.ts'

/** The members of a cluster in a school year, each with the part that it plays by the registered turns; `q` seeks. */
export async function readSchoolLines(db: Db, clusterId: number, year: number, q?: string): Promise<SchoolLine[]> {
  const turns = await listDutiesIn(db, clusterId, firstDay(year), lastDay(year))
  const ofSchool = grouped(turns, ({ schoolId }) => schoolId)
  const lines = await listSchoolLines(db, clusterId, year, q)
  return lines.map((line) => ({
    ...line,
    role: roleShown({ schoolId: line.id, role: line.role, stages: stagesOfKind(line.kind) }, turns),
    duties: (ofSchool.get(line.id) ?? []).map(({ stage }) => stage),
  }))
}
