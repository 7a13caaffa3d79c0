import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { listUnitNames } from '#modules/organizations/index.ts'
import type { FoundYear } from './teacher.sql.ts'
import type { yearApi } from './year.contract.ts'
import { changeWords } from './year.rules.ts'
import { listChanges, type FoundChange } from './year.sql.ts'

type Named = (at: { schoolId: number; districtId: number }) => boolean

/** What was changed by hand about a teacher. Values, and who wrote them, are for those who see the name. */
export async function readChanges(
  { db }: Context,
  teacherId: string,
  named: Named,
  years: readonly FoundYear[],
): Promise<Reply<typeof yearApi.changes>> {
  const districtIds = [...new Set(years.map(({ districtId }) => districtId))]
  const found = await listChanges(db, districtIds, teacherId)
  const ids = new Set(
    found.flatMap(({ schoolId, otherSchoolId }) => [schoolId, ...(otherSchoolId ? [otherSchoolId] : [])]),
  )
  const schools = new Map((await listUnitNames(db, [...ids])).map(({ id, name }) => [id, name]))
  return {
    changes: found.map((change) => ({
      id: change.id,
      at: change.at.toISOString(),
      kind: change.kind,
      schoolYear: change.schoolYear,
      schoolName: schools.get(change.schoolId) ?? '',
      ...(named(change) ? toldOf(change, schools) : { actorName: '', words: [], note: null }),
    })),
  }
}

function toldOf(
  { kind, before, after, note, actorName, schoolId, otherSchoolId }: FoundChange,
  schools: ReadonlyMap<number, string>,
) {
  const moved = `${schools.get(otherSchoolId ?? 0) ?? ''} → ${schools.get(schoolId) ?? ''}`
  return { actorName, note, words: kind === '调动' ? [moved] : changeWords(before, after) }
}
