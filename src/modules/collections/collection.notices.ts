import { dayInWords } from '#shared/day.ts'
import type { Context } from '#platform/context.ts'
import { notify } from '#modules/workbench/index.ts'

interface Told {
  districtId: number
  id: string
  title: string
}

/** Schools are told that papers are asked for. */
export const tellCalled = (
  ctx: Context,
  { id, districtId, title, from, until }: Told & { from: string; until: string },
  schools: readonly { id: number }[],
) =>
  notify(ctx, {
    ...{ kind: 'collections.called', key: id, districtId },
    title: `${title}开始征稿`,
    text: `${dayInWords(from)}至${dayInWords(until)}投稿。`,
    to: `/collections/${id}`,
    unitIds: schools.map((school) => school.id),
    roles: ['principal', 'liaison'],
  })

/** Schools that handed something in are told what became of it. */
export const tellFinished = (
  ctx: Context,
  { id, districtId, title }: Told,
  entries: readonly { schoolId: number; withdrawnOn: string | null }[],
) =>
  notify(ctx, {
    ...{ kind: 'collections.finished', key: id, districtId },
    title: `${title}已成册`,
    text: `${title}已成册，收录了哪些稿件，在它的页面上看。`,
    to: `/collections/${id}`,
    unitIds: [...new Set(entries.filter(({ withdrawnOn }) => withdrawnOn === null).map(({ schoolId }) => schoolId))],
    roles: ['principal', 'liaison'],
  })
