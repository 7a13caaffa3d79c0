import { dayInWords } from '#shared/day.ts'
import { schoolYearName } from '#shared/school-year.ts'
import type { JobKind } from '#platform/jobs/job.ts'
import { tellLate } from './needs.actions.ts'
import { tellTeachers } from './season.notices.ts'
import { findSeason } from './season.sql.ts'

export const REMIND = 'rotation-planning.remind'

/** Reminds, a few days before the end, the teachers and schools of a season who have not answered. */
export const remindInTime: JobKind<{ seasonId: string; due: string }> = {
  name: REMIND,
  title: '提醒填写轮岗意愿',
  tries: 3,
  run: (system, { districtId, payload: { seasonId, due } }) =>
    system.inContext(async (ctx) => {
      const season = await findSeason(ctx.db, [districtId], seasonId)
      if (!season || season.closedAt) return
      if (season.needsDue === due) await tellLate(ctx, season)
      if (season.wishesDue !== due) return
      await tellTeachers(
        ctx,
        season,
        {
          kind: 'rotation-planning.wishes',
          key: `${season.id}:${due}:soon`,
          title: `${schoolYearName(season.schoolYear)}交流轮岗意愿即将截止，请填写`,
          text: `${dayInWords(due)}截止。`,
        },
        true,
      )
    }),
}
