import { findUnit } from '#modules/organizations/index.ts'
import type { Context } from '#platform/context.ts'
import { platformProblems } from '#platform/problems.ts'
import { route, type Host } from '#platform/route.ts'
import { addRotation, removeRotation } from './add.actions.ts'
import {
  activateBatch,
  approveBatch,
  createBatch,
  decide,
  dropBatch,
  hearBatch,
  loadBatch,
  opine,
  sendBack,
} from './batch.actions.ts'
import { batchApi } from './batch.contract.ts'
import { readBatches, readCandidates, readOne } from './batch.reply.ts'
import { sendDecision } from './decision-file.ts'
import { batchAccess, readBatch, unitMobility } from './mobility.access.ts'
import { withdrawBatch } from './replace.actions.ts'

const load = (ctx: Context, { params }: { params: { batchId: string } }) => loadBatch(ctx, params.batchId)
const loadUnit = (ctx: Context, { params }: { params: { unitId: number } }) =>
  findUnit(ctx.db, params.unitId, ctx.today)

export function batchRoutes(host: Host): void {
  draftRoutes(host)
  hearingRoutes(host)
  decisionRoutes(host)

  route(host, batchApi.list, {
    load: loadUnit,
    may: unitMobility.seeBatches,
    run: (ctx, { subject, query }) => readBatches(ctx, subject, query.year),
  })
  route(host, batchApi.read, { load, may: readBatch, run: (ctx, { subject }) => readOne(ctx, subject) })
}

/** A batch is opened, filled and, where nobody needs it, dropped. */
function draftRoutes(host: Host): void {
  route(host, batchApi.open, {
    load: loadUnit,
    may: unitMobility.openBatch,
    run: async (ctx, { subject, body }) => ({ batchId: (await createBatch(ctx, subject, body)).id }),
  })
  route(host, batchApi.candidates, {
    load,
    may: batchAccess.edit,
    run: (ctx, { subject, query }) => readCandidates(ctx, subject, query.q),
  })
  route(host, batchApi.add, {
    load,
    may: batchAccess.edit,
    run: async (ctx, { subject, body }) => ({ rotationId: await addRotation(ctx, subject, body) }),
  })
  route(host, batchApi.remove, {
    load,
    may: batchAccess.edit,
    run: async (ctx, { subject, params }) => {
      await removeRotation(ctx, subject, params.rotationId)
      return {}
    },
  })
  route(host, batchApi.drop, {
    load,
    may: batchAccess.drop,
    run: async (ctx, { subject }) => {
      await dropBatch(ctx, subject)
      return {}
    },
  })
}

/** Schools are asked and answer. */
function hearingRoutes(host: Host): void {
  route(host, batchApi.hear, {
    load,
    may: batchAccess.hear,
    run: async (ctx, { subject, body }) => ({ unreached: await hearBatch(ctx, subject, body) }),
  })
  route(host, batchApi.opine, {
    load,
    may: batchAccess.opine,
    run: async (ctx, { subject, body }) => {
      await opine(ctx, subject, body)
      return {}
    },
  })
  route(host, batchApi.withdraw, {
    load,
    may: batchAccess.withdraw,
    run: async (ctx, { subject, body }) => {
      await withdrawBatch(ctx, subject, body.reason)
      return {}
    },
  })
  route(host, batchApi.redraft, {
    load,
    may: batchAccess.redraft,
    run: async (ctx, { subject, body }) => {
      await sendBack(ctx, subject, 'redraft', body.reason)
      return {}
    },
  })
}

/** The council decides, the district approves or sends back, the day comes. */
function decisionRoutes(host: Host): void {
  route(host, batchApi.council, {
    load,
    may: batchAccess.council,
    run: async (ctx, { subject, body }) => {
      await decide(ctx, subject, body)
      return {}
    },
  })
  route(host, batchApi.decision, {
    load,
    may: readBatch,
    audited: true,
    run: async (ctx, { subject }) => {
      const file = sendDecision(ctx.config, subject)
      if (!file) throw platformProblems.notFound()
      return file
    },
  })
  route(host, batchApi.approve, {
    load,
    may: batchAccess.approve,
    run: async (ctx, { subject, body }) => ({ active: await approveBatch(ctx, subject, body) }),
  })
  route(host, batchApi.sendBack, {
    load,
    may: batchAccess.sendBack,
    run: async (ctx, { subject, body }) => {
      await sendBack(ctx, subject, 'sendBack', body.reason)
      return {}
    },
  })
  route(host, batchApi.activate, {
    load,
    may: batchAccess.activate,
    run: async (ctx, { subject }) => ({ active: await activateBatch(ctx, subject) }),
  })
}
