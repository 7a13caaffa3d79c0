import { findUnit, unitAccess } from '#modules/organizations/index.ts'
import { route, type Host } from '#platform/route.ts'
import { listAccess } from './list.access.ts'
import { findYears, readTeacher } from './teacher-page.actions.ts'
import { teacherAccess } from './teacher.access.ts'
import { exportList, readCross, readList } from './teacher.actions.ts'
import { teacherApi } from './teacher.contract.ts'

export function teacherRoutes(host: Host): void {
  route(host, teacherApi.list, {
    load: (ctx, { params }) => findUnit(ctx.db, params.unitId, ctx.today),
    may: unitAccess.readTeachers,
    run: (ctx, { subject, query }) => readList(ctx, subject, query),
  })

  route(host, teacherApi.cross, {
    load: (ctx, { params }) => findUnit(ctx.db, params.unitId, ctx.today),
    may: unitAccess.readTeachers,
    run: (ctx, { subject, query }) => readCross(ctx, subject, query),
  })

  route(host, teacherApi.export, {
    load: (ctx, { params }) => findUnit(ctx.db, params.unitId, ctx.today),
    may: (actor, unit) => unitAccess.readTeachers(actor, unit) && listAccess.export(actor, unit),
    run: (ctx, { subject, query }) => exportList(ctx, subject, query),
    audited: true,
  })

  route(host, teacherApi.read, {
    // Behind the wall only the years that the reader sees are found; none of them, and there is no such teacher.
    load: (ctx, { params }) => findYears(ctx, params.teacherId),
    may: teacherAccess.read,
    run: (ctx, { subject, params }) => {
      // Who looked is on record under the teacher, who may ask for it.
      const { teacherId, districtId, schoolId } = subject[0]!
      ctx.note({ subjectId: teacherId, districtId, unitId: schoolId })
      return readTeacher(ctx, subject, params.teacherId)
    },
    audited: true,
  })
}
