import type { Context } from '#platform/context.ts'
import { route, type Host } from '#platform/route.ts'
import { readingOf } from '#modules/files/index.ts'
import { readsStudio, studioAccess } from './studio.access.ts'
import { loadStudio } from './studio.load.ts'
import { done } from './studio.routes.ts'
import { addTask, dropTask, findStudioTask, findTaskFile, finishTask, sendTaskFile } from './task.actions.ts'
import { taskApi } from './task.contract.ts'

type OfTask = { params: { studioId: string; taskId: string } }

export function taskRoutes(host: Host): void {
  route(host, taskApi.add, {
    load: (ctx, { params }) => loadStudio(ctx, params.studioId),
    may: studioAccess.host,
    run: (ctx, { subject, body }) => done(addTask(ctx, subject, body)),
  })
  const load = async (ctx: Context, { params }: OfTask) =>
    findStudioTask(ctx, await loadStudio(ctx, params.studioId), params.taskId)
  route(host, taskApi.done, { load, may: studioAccess.host, run: (ctx, { subject, body }) => done(finishTask(ctx, subject, body)) }) // prettier-ignore
  route(host, taskApi.drop, { load, may: studioAccess.host, run: (ctx, { subject }) => done(dropTask(ctx, subject)) })
  const ofFile = { load: async (ctx: Context, asked: OfTask) => findTaskFile(ctx, await load(ctx, asked)), may: readsStudio } // prettier-ignore
  route(host, taskApi.file, {
    ...ofFile,
    run: (ctx, { subject, query, request }) => sendTaskFile(ctx, subject, { request, show: query.show === '1' }),
  })
  route(host, taskApi.text, { ...ofFile, run: (ctx, { subject }) => readingOf(ctx, subject.file) })
}
