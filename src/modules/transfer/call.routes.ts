import { verbsOn } from '#shared/access.ts'
import { refuse } from '#shared/problem.ts'
import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { findUnit, unitAccess } from '#modules/organizations/index.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { callAccess } from './call.access.ts'
import {
  answersTo,
  callInReply,
  judge,
  openCall,
  readCalls,
  refusePastDue,
  remind,
  whyNotSheets,
} from './call.actions.ts'
import { callApi } from './call.contract.ts'
import { findCall, updateCall, type CallRow } from './call.sql.ts'
import { importAccess } from './import.access.ts'
import { loadImport } from './import.reply.ts'

export function callRoutes(host: Host): void {
  changeRoutes(host)

  route(host, callApi.list, {
    load: (ctx, { params }) => findUnit(ctx.db, params.unitId, ctx.today),
    may: unitAccess.import,
    run: (ctx, { subject }) => readCalls(ctx, subject),
  })

  route(host, callApi.open, {
    load: (ctx, { params }) => findUnit(ctx.db, params.unitId, ctx.today),
    may: unitAccess.import,
    run: async (ctx, { subject, body }) => ({ id: await openCall(ctx, subject, body) }),
  })

  route(host, callApi.read, {
    load: (ctx, { params }) => loadCall(ctx, params.callId),
    may: (actor, { cluster }) => callAccess.read(actor, cluster),
    run: async (ctx, { subject: { call, cluster } }) => ({
      ...callInReply(call),
      answers: await answersTo(ctx, call),
      can: verbsOn({ change: callAccess.change, remind: callAccess.remind }, ctx.actor, cluster),
    }),
  })

  route(host, callApi.judge, {
    load: (ctx, { params }) => loadImport(ctx, params.importId),
    may: importAccess.judge,
    run: async (ctx, { subject, body }) => {
      await judge(ctx, subject, body)
      return {}
    },
  })
}

function changeRoutes(host: Host): void {
  route(host, callApi.change, {
    load: (ctx, { params }) => loadCall(ctx, params.callId),
    may: (actor, { cluster }) => callAccess.change(actor, cluster),
    run: async (ctx, { subject: { call }, body }) => {
      refuse(whyNotSheets(ctx, body.sheets))
      if (body.dueOn !== call.dueOn) refusePastDue(ctx, body.dueOn)
      return change(ctx, call, { ...body, note: body.note || null })
    },
  })

  route(host, callApi.close, {
    load: (ctx, { params }) => loadCall(ctx, params.callId),
    may: (actor, { cluster }) => callAccess.change(actor, cluster),
    run: (ctx, { subject: { call } }) => change(ctx, call, { closedAt: ctx.now }),
  })

  route(host, callApi.reopen, {
    load: (ctx, { params }) => loadCall(ctx, params.callId),
    may: (actor, { cluster }) => callAccess.change(actor, cluster),
    run: (ctx, { subject: { call } }) => change(ctx, call, { closedAt: null }),
  })

  route(host, callApi.remind, {
    load: (ctx, { params }) => loadCall(ctx, params.callId),
    may: (actor, { cluster }) => callAccess.remind(actor, cluster),
    run: (ctx, { subject: { call } }) => remind(ctx, call),
  })
}

async function change(
  ctx: Context,
  call: CallRow,
  to: Parameters<typeof updateCall>[2],
): Promise<Record<string, never>> {
  await updateCall(ctx.db, call, to)
  const { id: subjectId, districtId, clusterId: unitId, schoolYear } = call
  ctx.note({ districtId, unitId, subjectId, schoolYear, before: callInReply(call), after: to })
  return {}
}

async function loadCall(ctx: Context, callId: string): Promise<{ call: CallRow; cluster: UnitSubject } | undefined> {
  const call = await findCall(ctx.db, callId)
  const cluster = call && (await findUnit(ctx.db, call.clusterId, ctx.today))
  return call && cluster && { call, cluster }
}
