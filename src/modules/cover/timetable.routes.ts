import { listDistrictIds, loadSchool } from '#modules/organizations/index.ts'
import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { saveBells } from './bell.actions.ts'
import { keepsSchool, seesSchool } from './school.access.ts'
import { previewTimetable, readSchoolTimetable, takeDraft, timetableForm } from './timetable.actions.ts'
import { timetableApi } from './timetable.contract.ts'
import { deleteDraft, findDraft } from './timetable.sql.ts'

export function timetableRoutes(host: Host): void {
  route(host, timetableApi.read, {
    load: (ctx, { params }) => loadSchool(ctx, params.schoolId),
    may: seesSchool,
    run: (ctx, { subject, query }) => readSchoolTimetable(ctx, subject, query.day),
  })
  route(host, timetableApi.form, {
    load: (ctx, { params }) => loadSchool(ctx, params.schoolId),
    may: keepsSchool,
    run: async (_, { subject }) => timetableForm(subject),
  })
  route(host, timetableApi.upload, {
    load: (ctx, { params }) => loadSchool(ctx, params.schoolId),
    may: keepsSchool,
    run: (ctx, { subject, query, body }) => previewTimetable(ctx, subject, query, body.file),
  })
  route(host, timetableApi.take, {
    load: (ctx, { params }) => loadDraft(ctx, params.draftId),
    may: (actor, { school }) => keepsSchool(actor, school),
    run: (ctx, { subject }) => takeDraft(ctx, subject.draft),
  })
  route(host, timetableApi.drop, {
    load: (ctx, { params }) => loadDraft(ctx, params.draftId),
    may: (actor, { school }) => keepsSchool(actor, school),
    run: async (ctx, { subject }) => {
      await deleteDraft(ctx.db, subject.draft)
      return {}
    },
  })
  route(host, timetableApi.bells, {
    load: (ctx, { params }) => loadSchool(ctx, params.schoolId),
    may: keepsSchool,
    run: async (ctx, { subject, body }) => {
      await saveBells(ctx, subject, body.bells)
      return {}
    },
  })
}

async function loadDraft(ctx: Context, id: string) {
  const draft = await findDraft(ctx.db, await listDistrictIds(ctx.db), id)
  const school = draft && (await loadSchool(ctx, draft.schoolId))
  return draft && school && { draft, school }
}
