import type { Actor } from '#shared/access.ts'
import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { readingOf } from '#modules/files/index.ts'
import { loadSchool, unitAccess } from '#modules/organizations/index.ts'
import { loadEvidence, readEvidence, sendEvidence, type EvidenceSubject } from './evidence.actions.ts'
import { evidenceApi } from './evidence.contract.ts'
import { keepsSchool, readsSchool } from './service.access.ts'

/** Who reads the thing reads its file: of a school's own matters its heads and those above, of an activity the cluster. */
const readsEvidence = (actor: Actor, { school, clusters }: EvidenceSubject): boolean =>
  readsSchool(actor, school) || clusters.some((cluster) => unitAccess.readFigures(actor, cluster))

export function evidenceRoutes(host: Host): void {
  route(host, evidenceApi.list, {
    load: (ctx, { params }) => loadSchool(ctx, params.unitId),
    may: keepsSchool,
    run: (ctx, { subject }) => readEvidence(ctx, subject),
  })
  const ofFile = {
    load: (ctx: Context, { params }: { params: { evidenceId: string } }) => loadEvidence(ctx, params.evidenceId),
    may: readsEvidence,
  }
  route(host, evidenceApi.file, {
    ...ofFile,
    run: (ctx, { subject, query, request }) => sendEvidence(ctx, subject, { request, show: query.show === '1' }),
  })
  route(host, evidenceApi.text, { ...ofFile, run: (ctx, { subject }) => readingOf(ctx, subject.file) })
}
