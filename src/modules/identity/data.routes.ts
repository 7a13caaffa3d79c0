import { offices, signedIn, type Policy } from '#shared/access.ts'
import type { Context } from '#platform/context.ts'
import { nothing, route, type Host } from '#platform/route.ts'
import { findAccount } from './account.sql.ts'
import { answerCorrection, askCorrection, canAskCorrection, correctors, readCorrections } from './correction.actions.ts'
import { findCorrection, type Correction } from './correction.sql.ts'
import { dataJson, dataWorkbook, storedAbout } from './data.actions.ts'
import { dataApi } from './data.contract.ts'

const own = { load: (ctx: Context) => ctx.asOwner((db) => findAccount(db, ctx.actor.id)), may: signedIn }

const answers: Policy<Correction> = (actor, { schoolId, districtId, clusterIds }) =>
  actor.holds([...correctors, ...offices], { unitId: schoolId, districtId, clusterIds })

export function dataRoutes(host: Host): void {
  route(host, dataApi.read, {
    ...own,
    run: async (ctx, { subject }) => ({
      parts: (await storedAbout(ctx, subject)).map(({ columns, rows, ...part }) => ({
        ...part,
        columns: [...columns],
        rows: rows.map((row) => [...row]),
      })),
      canAsk: subject.teacherId !== null && canAskCorrection(ctx),
    }),
  })
  route(host, dataApi.xlsx, { ...own, run: (ctx, { subject }) => dataWorkbook(ctx, subject), audited: true })
  route(host, dataApi.json, { ...own, run: (ctx, { subject }) => dataJson(ctx, subject), audited: true })
  route(host, dataApi.askCorrection, {
    load: nothing,
    may: signedIn,
    run: async (ctx, { body }) => {
      await askCorrection(ctx, body.wish)
      return {}
    },
    perMinute: 10,
  })
  route(host, dataApi.corrections, { load: nothing, may: signedIn, run: (ctx) => readCorrections(ctx) })
  route(host, dataApi.answerCorrection, {
    load: (ctx, { params }) => ctx.asOwner((db) => findCorrection(db, params.correctionId)),
    may: answers,
    run: async (ctx, { subject, body }) => {
      await answerCorrection(ctx, subject, body.answer)
      return {}
    },
  })
}
