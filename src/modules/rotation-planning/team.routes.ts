import type { Actor } from '#shared/access.ts'
import { route, type Host } from '#platform/route.ts'
import { seasonAccess } from './season.access.ts'
import { loadSeason, type SeasonSubject } from './season.load.ts'
import { addPin, addTeam, readTeams, removePin, removeTeam } from './team.actions.ts'
import { teamApi } from './team.contract.ts'

export function teamRoutes(host: Host): void {
  const may = (actor: Actor, { cluster }: SeasonSubject) => seasonAccess.change(actor, cluster)
  route(host, teamApi.list, {
    load: (ctx, { params }) => loadSeason(ctx, params.seasonId),
    may,
    run: (ctx, { subject }) => readTeams(ctx, subject),
  })
  route(host, teamApi.add, {
    load: (ctx, { params }) => loadSeason(ctx, params.seasonId),
    may,
    run: async (ctx, { subject, body }) => ({ id: await addTeam(ctx, subject, body.teacherIds) }),
  })
  route(host, teamApi.remove, {
    load: (ctx, { params }) => loadSeason(ctx, params.seasonId),
    may,
    run: async (ctx, { subject, params }) => {
      await removeTeam(ctx, subject, params.teamId)
      return {}
    },
  })
  route(host, teamApi.pin, {
    load: (ctx, { params }) => loadSeason(ctx, params.seasonId),
    may,
    run: async (ctx, { subject, body }) => ({ id: await addPin(ctx, subject, body) }),
  })
  route(host, teamApi.unpin, {
    load: (ctx, { params }) => loadSeason(ctx, params.seasonId),
    may,
    run: async (ctx, { subject, params }) => {
      await removePin(ctx, subject, params.pinId)
      return {}
    },
  })
}
