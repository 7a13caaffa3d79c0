import { within } from '#shared/access.ts'
import { findUnit, listDistrictIds, isCluster, loadSchool } from '#modules/organizations/index.ts'
import { route, type Host } from '#platform/route.ts'
import { readChanges } from './change.actions.ts'
import { rollOver } from './roll-over.actions.ts'
import { keeps, teacherAccess } from './teacher.access.ts'
import { listYearsOfTeacher } from './teacher.sql.ts'
import { addTeacher, comeBack, correctYear, findWhoLeft, leave, moveTeacher, volunteer } from './year.actions.ts'
import { yearApi } from './year.contract.ts'
import { loadYear, placeOfSchool } from './year.load.ts'

export function yearRoutes(host: Host): void {
  registerRoutes(host)
  routesOfOneYear(host)
}

/** Who comes into a register: one teacher, or all of last year's; and what was changed by hand. */
function registerRoutes(host: Host): void {
  route(host, yearApi.add, {
    load: (ctx, { params }) => loadSchool(ctx, params.schoolId),
    may: (actor, school) => keeps(actor, placeOfSchool(school)),
    run: (ctx, { subject, body }) => addTeacher(ctx, subject, body),
  })
  route(host, yearApi.rollOver, {
    load: async (ctx, { params }) => {
      const unit = await findUnit(ctx.db, params.unitId, ctx.today)
      return unit && (isCluster(unit) || unit.kind === 'school') ? unit : undefined
    },
    may: (actor, unit) => keeps(actor, placeOfSchool(unit)),
    run: (ctx, { subject, body }) => rollOver(ctx, subject, body.year),
  })
  route(host, yearApi.changes, {
    load: async (ctx, { params }) => {
      const years = await listYearsOfTeacher(ctx.db, await listDistrictIds(ctx.db), params.teacherId)
      return years.length > 0 ? years : undefined
    },
    may: teacherAccess.read,
    run: (ctx, { subject, params }) => readChanges(ctx, params.teacherId, (at) => within(ctx.actor.names, at), subject),
  })
}

/** What is changed of one teacher in one year. */
function routesOfOneYear(host: Host): void {
  route(host, yearApi.correct, {
    load: (ctx, { params }) => loadYear(ctx, params),
    may: (actor, { at }) => keeps(actor, at),
    run: (ctx, { subject, body }) => correctYear(ctx, subject, body),
  })
  route(host, yearApi.move, {
    load: async (ctx, { params, body }) => {
      const subject = await loadYear(ctx, params)
      const school = await loadSchool(ctx, body.schoolId)
      return subject && school && { ...subject, school }
    },
    may: (actor, { at, school }) => keeps(actor, at) && keeps(actor, placeOfSchool(school)),
    run: (ctx, { subject, body }) => moveTeacher(ctx, subject, body),
  })
  route(host, yearApi.leave, {
    load: (ctx, { params }) => loadYear(ctx, params),
    may: (actor, { at }) => keeps(actor, at),
    run: (ctx, { subject, body }) => leave(ctx, subject, body),
  })
  route(host, yearApi.comeBack, {
    load: async (ctx, { params }) => {
      const left = await findWhoLeft(ctx, await listDistrictIds(ctx.db), params.teacherId, params.year)
      const school = left && (await findUnit(ctx.db, left.schoolId, ctx.today))
      return left && school && { ...left, at: placeOfSchool(school) }
    },
    may: (actor, { at }) => keeps(actor, at),
    run: (ctx, { subject }) => comeBack(ctx, subject),
  })
  route(host, yearApi.volunteer, {
    load: (ctx, { params }) => loadYear(ctx, params),
    may: (actor, { at }) => keeps(actor, at),
    run: (ctx, { subject, body }) => volunteer(ctx, subject, body),
  })
}
