import { route, type Host } from '#platform/route.ts'
import { askForPlans, dropPlan, notePlan, readPlans, saveDraft, stopPlans, tryDraft } from './plan.actions.ts'
import { planApi } from './plan.contract.ts'
import { loadPlan } from './plan.load.ts'
import { explain, faultsTold, readPlan, schoolsOf } from './plan-page.actions.ts'
import { seasonAccess } from './season.access.ts'
import { loadSeason, type SeasonSubject } from './season.load.ts'
import type { Actor } from '#shared/access.ts'

const mayRead = (actor: Actor, { cluster }: SeasonSubject) => seasonAccess.read(actor, cluster)
const mayChange = (actor: Actor, { cluster }: SeasonSubject) => seasonAccess.change(actor, cluster)

export function planRoutes(host: Host): void {
  route(host, planApi.list, {
    load: (ctx, { params }) => loadSeason(ctx, params.seasonId),
    may: mayRead,
    run: (ctx, { subject }) => readPlans(ctx, subject),
  })
  route(host, planApi.make, {
    load: (ctx, { params }) => loadSeason(ctx, params.seasonId),
    may: mayChange,
    run: (ctx, { subject, body }) => askForPlans(ctx, subject, body.choices),
  })
  route(host, planApi.cancel, {
    load: (ctx, { params }) => loadSeason(ctx, params.seasonId),
    may: mayChange,
    run: async (_, { subject }) => stopPlans(subject),
  })
  route(host, planApi.read, {
    load: (ctx, { params }) => loadPlan(ctx, params.planId),
    may: mayRead,
    run: (ctx, { subject }) => readPlan(ctx, subject),
  })
  boardRoutes(host)
}

/** What the board asks of a plan. */
function boardRoutes(host: Host): void {
  route(host, planApi.try, {
    load: (ctx, { params }) => loadPlan(ctx, params.planId),
    may: mayRead,
    run: async (ctx, { subject, body }) => {
      const { instance, plan, figures, faults } = await tryDraft(ctx, subject, body)
      return {
        figures,
        faults: await faultsTold(ctx, subject, faults),
        schools: await schoolsOf(ctx, subject, instance, plan),
      }
    },
  })
  route(host, planApi.save, {
    load: (ctx, { params }) => loadPlan(ctx, params.planId),
    may: mayChange,
    run: (ctx, { subject, body }) => saveDraft(ctx, subject, body),
  })
  route(host, planApi.note, {
    load: (ctx, { params }) => loadPlan(ctx, params.planId),
    may: mayChange,
    run: async (ctx, { subject, body }) => {
      await notePlan(ctx, subject, body.note)
      return {}
    },
  })
  route(host, planApi.drop, {
    load: (ctx, { params }) => loadPlan(ctx, params.planId),
    may: mayChange,
    run: async (ctx, { subject }) => {
      await dropPlan(ctx, subject)
      return {}
    },
  })
  route(host, planApi.why, {
    load: (ctx, { params }) => loadPlan(ctx, params.planId),
    may: mayRead,
    run: (ctx, { subject, query }) => explain(ctx, subject, query),
  })
}
