import { dayInWords } from '#shared/day.ts'
import type { Context } from '#platform/context.ts'
import { listAccountsOfTeachers } from '#modules/identity/index.ts'
import { notify } from '#modules/workbench/index.ts'
import type { ApplicationRow, CallRow } from './call.sql.ts'

/** Schools are told that they may apply. */
export const tellCalled = (ctx: Context, call: CallRow, schools: readonly { id: number }[]) =>
  notify(ctx, {
    ...{ kind: 'studios.called', key: call.id, districtId: call.districtId },
    title: `${call.title}开始申报`,
    text: `${call.line}，名额 ${call.places} 个，${dayInWords(call.from)}至${dayInWords(call.until)}申报。`,
    to: `/studio-calls/${call.id}`,
    unitIds: schools.map(({ id }) => id),
    roles: ['principal', 'liaison'],
  })

/** The school and the host are told what became of their application. */
export async function tellDecided(
  ctx: Context,
  row: ApplicationRow,
  { result, why, studioId }: { result: string; why: string; studioId: string | null },
): Promise<void> {
  const about = {
    ...{ kind: 'studios.decided', key: row.id, districtId: row.districtId },
    title: `“${row.name}”的申报${result === '入选' ? '入选了' : '没有入选'}`,
    text: `${row.school}申报的“${row.name}”：${result}。${why}`,
    to: studioId === null ? `/studio-calls/${row.callId}` : `/studios/${studioId}`,
  }
  await notify(ctx, { ...about, unitIds: [row.schoolId], roles: ['principal', 'liaison'] })
  const { hostDistrictId, hostId } = row
  if (hostDistrictId === null || hostId === null) return
  const found = await ctx.asOwner((db) => listAccountsOfTeachers(db, hostDistrictId, [hostId]))
  await notify(ctx, { ...about, accountIds: found.map(({ accountId }) => accountId) })
}
