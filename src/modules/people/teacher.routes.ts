import { findUnit, listDistrictIds, unitAccess } from '#modules/organizations/index.ts'
import { route, type Host } from '#platform/route.ts'
import { teacherAccess } from './teacher.access.ts'
import { readList, readTeacher } from './teacher.actions.ts'
import { teacherApi } from './teacher.contract.ts'
import { listYearsOfTeacher } from './teacher.sql.ts'

export function teacherRoutes(host: Host): void {
  route(host, teacherApi.list, {
    load: (ctx, { params }) => findUnit(ctx.db, params.unitId, ctx.today),
    may: unitAccess.readTeachers,
    run: (ctx, { subject, query }) => readList(ctx, subject.id, query),
  })

  route(host, teacherApi.read, {
    // Behind the wall only the years that the reader sees are found; none of them, and there is no such teacher.
    load: async (ctx, { params }) => {
      const years = await listYearsOfTeacher(ctx.db, await listDistrictIds(ctx.db), params.teacherId)
      return years.length > 0 ? years : undefined
    },
    may: teacherAccess.read,
    run: (ctx, { subject }) => readTeacher(ctx, subject),
  })
}
