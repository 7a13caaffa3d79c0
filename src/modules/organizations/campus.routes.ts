import { verbsOn } from '#shared/access.ts'
import type { Input } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { spellTitle } from '#platform/pinyin.ts'
import { route, type Host } from '#platform/route.ts'
import { campusApi } from './campus.contract.ts'
import { findCampus, listCampusLines, listCampusPlaces, updateCampus } from './campus.sql.ts'
import { stagesOfKind } from './cluster.rules.ts'
import { siteAccess } from './membership.access.ts'
import { unitAccess } from './unit.access.ts'
import { newUnit } from './unit.actions.ts'
import type { UnitSubject } from './unit.contract.ts'
import { findUnit, listNewNumbers, saveUnits } from './unit.sql.ts'

type Fields = Input<typeof campusApi.add>['body']

export function campusRoutes(host: Host): void {
  route(host, campusApi.map, {
    load: (ctx, { params }) => findUnit(ctx.db, params.unitId, ctx.today),
    may: unitAccess.readSchools,
    run: async (ctx, { subject }) => {
      const places = await listCampusPlaces(ctx.db, subject.id, ctx.today)
      const campuses = places.map((place) => ({ ...place, stages: [...stagesOfKind(place.kind)] }))
      return { campuses, tiles: ctx.config.tilesUrl ?? null }
    },
  })

  route(host, campusApi.list, {
    load: (ctx, { params }) => schoolOf(ctx, params.schoolId),
    may: unitAccess.read,
    run: async (ctx, { subject }) => ({
      campuses: await listCampusLines(ctx.db, subject.id),
      tiles: ctx.config.tilesUrl ?? null,
      can: verbsOn(siteAccess, ctx.actor, subject),
    }),
  })

  route(host, campusApi.add, {
    load: (ctx, { params }) => schoolOf(ctx, params.schoolId),
    may: siteAccess.keep,
    run: async (ctx, { subject, body }) => ({ id: await addCampus(ctx, subject, body) }),
  })

  route(host, campusApi.edit, {
    load: async (ctx, { params }) => {
      const campus = await findCampus(ctx.db, params.campusId)
      const school = campus && (await schoolOf(ctx, campus.parentId))
      return school && { campus, school }
    },
    may: (actor, { school }) => siteAccess.keep(actor, school),
    run: async (ctx, { subject: { campus, school }, body }) => {
      noted(ctx, school, { change: `${school.name}${body.name}`, before: campus, after: body })
      await updateCampus(ctx.db, filled(campus.id, body))
      return {}
    },
  })
}

async function schoolOf(ctx: Context, id: number): Promise<UnitSubject | undefined> {
  const unit = await findUnit(ctx.db, id, ctx.today)
  return unit?.kind === 'school' ? unit : undefined
}

const noted = (ctx: Context, school: UnitSubject, facts: object) =>
  ctx.note({ districtId: school.districtId, unitId: school.id, ...facts })

const filled = (id: number, { name, address, longitude, latitude, closedOn }: Fields) => ({
  id,
  name,
  ...spellTitle(name),
  address: address || null,
  longitude: longitude ?? null,
  latitude: latitude ?? null,
  closedOn: closedOn ?? null,
})

async function addCampus(ctx: Context, school: UnitSubject, fields: Fields): Promise<number> {
  const [id] = await listNewNumbers(ctx.db, 1)
  const { districtId, sample } = school
  await saveUnits(ctx.db, [
    newUnit({ id: id!, kind: 'campus', parentId: school.id, districtId, name: fields.name, sample }),
  ])
  await updateCampus(ctx.db, filled(id!, fields))
  noted(ctx, school, { change: `${school.name}${fields.name}`, after: fields })
  return id!
}
