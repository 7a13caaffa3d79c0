import { route, type Host } from '#platform/route.ts'
import type { Context } from '#platform/context.ts'
import { findUnit } from '#modules/organizations/index.ts'
import { figureAccess, type FigureSubject } from './figure.access.ts'
import { findIndicator, readFigure, readOverview } from './figure.actions.ts'
import { figureApi } from './figure.contract.ts'
import { exportRows, readRows } from './row.actions.ts'

export function figureRoutes(host: Host): void {
  route(host, figureApi.overview, {
    load: (ctx, { params }) => findCounted(ctx, params.unitId),
    may: figureAccess.read,
    run: (ctx, { subject, query }) => readOverview(ctx, subject.unit, query.years?.split(',').map(Number)),
  })

  route(host, figureApi.read, {
    load: (ctx, { params }) => findFigure(ctx, params),
    may: figureAccess.read,
    run: (ctx, { subject, query }) => readFigure(ctx, subject.unit, subject.found, query.year),
  })

  route(host, figureApi.rows, {
    load: (ctx, { params, query }) => findSide(ctx, params, query.side),
    may: figureAccess.readRows,
    run: (ctx, { subject, query }) => readRows(ctx, subject, query),
  })

  route(host, figureApi.export, {
    load: (ctx, { params, query }) => findSide(ctx, params, query.side),
    may: figureAccess.export,
    run: (ctx, { subject, query }) => exportRows(ctx, subject, query),
    audited: true,
  })
}

const counted = ['city', 'district', 'cluster', 'group', 'school']

/** A unit that has figures: a town, a campus or a partner site has none. */
export async function findCounted(ctx: Context, unitId: number): Promise<FigureSubject | undefined> {
  const unit = await findUnit(ctx.db, unitId, ctx.today)
  return unit && counted.includes(unit.kind) ? { unit, aboutPersons: false } : undefined
}

export async function findFigure(ctx: Context, { unitId, code }: { unitId: number; code: string }) {
  const subject = await findCounted(ctx, unitId)
  const found = subject && findIndicator(ctx, subject.unit, code)
  return found && { ...subject, found, aboutPersons: found.numerator?.aboutPersons ?? false }
}

/** One side of a figure; a count has no denominator, and what nothing counts yet has neither. */
async function findSide(ctx: Context, params: { unitId: number; code: string }, side: 'numerator' | 'denominator') {
  const figure = await findFigure(ctx, params)
  const measure = figure?.found[side]
  return figure && measure && { ...figure, measure, aboutPersons: measure.aboutPersons }
}
