import { dayInWords } from '#shared/day.ts'
import type { Context } from '#platform/context.ts'
import { notify } from '#modules/workbench/index.ts'

interface Told {
  districtId: number
  id: string
  title: string
  from: string
  until: string
}

/** Schools are told that they may enter something. */
export const tellCalled = (
  ctx: Context,
  { id, districtId, title, from, until }: Told,
  schools: readonly { id: number }[],
) =>
  // prettier-ignore
  notify(ctx, {
    ...{ kind: 'contests.called', key: id, districtId },
    title: `${title}开始报送`,
    text: `${dayInWords(from)}至${dayInWords(until)}报送作品。`,
    to: `/contests/${id}`,
    unitIds: schools.map((school) => school.id),
    roles: ['principal', 'liaison'],
  })

/** Schools that entered something are told that the results are out. */
export const tellAnnounced = (
  ctx: Context,
  { id, districtId, title }: Told,
  entries: readonly { schoolId: number }[],
) =>
  notify(ctx, {
    ...{ kind: 'contests.announced', key: id, districtId },
    title: `${title}公布了结果`,
    text: `${title}的结果已经公布，本校作品的得分和奖次在评比的页面上。`,
    to: `/contests/${id}`,
    unitIds: [...new Set(entries.map(({ schoolId }) => schoolId))],
    roles: ['principal', 'liaison'],
  })

/** A juror is told to score. */
export const tellJuror = (
  ctx: Context,
  { id, districtId, title, until }: Told,
  juror: { accountId: string; group: string },
) =>
  // prettier-ignore
  notify(ctx, {
    ...{ kind: 'contests.juror', key: `${id}-${juror.group}-${juror.accountId}`, districtId },
    title: `请您担任${title}的评委`,
    text: `${juror.group}组，${dayInWords(until)}报送截止，截止以后请在评比的页面上打分。`,
    to: `/contests/${id}`,
    accountIds: [juror.accountId],
  })
