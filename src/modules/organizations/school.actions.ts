import type { Db } from '#platform/database/database.ts'
import { grouped } from '#shared/group.ts'
import type { Book } from '#platform/ledger.ts'
import { takeRoles } from './membership.actions.ts'
import { campusName, type SchoolRecord } from './school.rules.ts'
import { listCampuses, listSchoolsKnownLater, saveProfiles, type Campus } from './school.sql.ts'
import { newUnit } from './unit.actions.ts'
import { listNewNumbers, listUnitNames, saveUnits } from './unit.sql.ts'

/** Takes rows of the 学校 sheet: the schools themselves, what they were that year, their campuses and memberships. */
export async function saveSchools(
  { ctx, cluster, importId, schoolYear, ownSchool }: Book,
  schools: readonly SchoolRecord[],
  rows: ReadonlyMap<string, number>,
): Promise<void> {
  const { db } = ctx
  const sample = (await listUnitNames(db, [cluster.id]))[0]!.sample
  const current = await whatTheLatestYearSays(db, schools, schoolYear)
  await saveUnits(
    db,
    current.map((school) => schoolUnit(school, sample)),
  )
  await saveProfiles(
    db,
    schools.map((school) => ({ ...school, importId, sourceRow: rows.get(school.key) ?? null })),
  )
  await saveCampuses(db, current, schools, sample)
  // Who the members are, and as what, the office says: not a school of itself.
  if (ownSchool === undefined) await takeRoles(ctx, cluster.id, schoolYear, schools)
}

/** An old ledger that comes in late must not give a school its old name back. */
async function whatTheLatestYearSays(db: Db, schools: readonly SchoolRecord[], schoolYear: number) {
  const districtIds = [...new Set(schools.map(({ districtId }) => districtId))]
  const ids = schools.map(({ id }) => id)
  const later = new Set(await listSchoolsKnownLater(db, districtIds, ids, schoolYear))
  return schools.filter(({ id }) => !later.has(id))
}

const schoolUnit = ({ id, districtId, code, name, shortName, longitude, latitude }: SchoolRecord, sample: boolean) =>
  newUnit({ id, kind: 'school', parentId: districtId, districtId, code, name, shortName, longitude, latitude, sample })

/** A campus is never taken away by a ledger: something may be on record for it. */
async function saveCampuses(
  db: Db,
  current: readonly SchoolRecord[],
  schools: readonly SchoolRecord[],
  sample: boolean,
): Promise<void> {
  const onFile = grouped(
    await listCampuses(
      db,
      schools.map(({ id }) => id),
    ),
    ({ parentId }) => parentId,
  )
  const missing = schools.flatMap((school) => missingCampuses(school, onFile.get(school.id)?.length ?? 0))
  const numbers = await listNewNumbers(db, missing.length)
  const made = missing.map(({ school, name }, at) => campusUnit(school, numbers[at]!, name, sample))
  await saveUnits(db, [...made, ...movedMainCampuses(current, onFile, sample)])
}

const missingCampuses = (school: SchoolRecord, onFile: number) =>
  Array.from({ length: Math.max(0, (school.campuses ?? 0) - onFile) }, (_, at) => ({
    school,
    name: campusName(onFile + at + 1),
  }))

function campusUnit(
  { id: parentId, districtId, longitude, latitude }: SchoolRecord,
  id: number,
  name: string,
  sample: boolean,
) {
  const place = name === campusName(1) ? { longitude, latitude } : {}
  return newUnit({ id, kind: 'campus', parentId, districtId, name, sample, ...place })
}

function movedMainCampuses(
  current: readonly SchoolRecord[],
  onFile: ReadonlyMap<number, readonly Campus[]>,
  sample: boolean,
) {
  return current.flatMap((school) => {
    const main = onFile.get(school.id)?.[0]
    return main && !main.placedByHand
      ? [{ ...campusUnit(school, main.id, main.name, sample), longitude: school.longitude, latitude: school.latitude }]
      : []
  })
}
