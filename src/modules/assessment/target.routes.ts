import { route, type Host } from '#platform/route.ts'
import { readConcernList, writeNote } from './concern.actions.ts'
import { concernApi } from './concern.contract.ts'
import { figureAccess } from './figure.access.ts'
import { findCounted, findFigure } from './figure.routes.ts'
import { readForecasts } from './forecast.actions.ts'
import { forecastApi } from './forecast.contract.ts'
import { endGoal, readHistory, setGoal } from './goal.actions.ts'
import { goalApi } from './goal.contract.ts'
import { readTargets } from './target.actions.ts'
import { targetApi } from './target.contract.ts'

export function targetRoutes(host: Host): void {
  route(host, targetApi.read, {
    load: (ctx, { params }) => findCounted(ctx, params.unitId),
    may: figureAccess.read,
    run: (ctx, { subject }) => readTargets(ctx, subject.unit),
  })

  route(host, concernApi.list, {
    load: (ctx, { params }) => findCounted(ctx, params.unitId),
    may: figureAccess.read,
    run: (ctx, { subject }) => readConcernList(ctx, subject.unit),
  })

  route(host, concernApi.note, {
    load: (ctx, { params }) => findFigure(ctx, params),
    may: figureAccess.setTargets,
    run: (ctx, { subject, body }) => writeNote(ctx, subject, body),
  })

  route(host, forecastApi.list, {
    load: (ctx, { params }) => findCounted(ctx, params.unitId),
    may: figureAccess.read,
    run: (ctx, { subject, query }) => readForecasts(ctx, subject.unit, query.code),
  })

  goalRoutes(host)
}

function goalRoutes(host: Host): void {
  route(host, goalApi.history, {
    load: (ctx, { params }) => findFigure(ctx, params),
    may: figureAccess.read,
    run: (ctx, { subject }) => readHistory(ctx, subject),
  })

  route(host, goalApi.set, {
    load: (ctx, { params }) => findFigure(ctx, params),
    may: figureAccess.setTargets,
    run: (ctx, { subject, body }) => setGoal(ctx, subject, body),
  })

  route(host, goalApi.end, {
    load: (ctx, { params }) => findFigure(ctx, params),
    may: figureAccess.setTargets,
    run: (ctx, { subject, body }) => endGoal(ctx, subject, body),
  })
}
