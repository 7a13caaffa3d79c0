import { momentInWords } from '#shared/day.ts'
import type { About } from '#platform/about.ts'
import { listDistrictIds } from '#modules/organizations/index.ts'
import { listOwnWalks } from './walk.sql.ts'

/** What is stored of the walks that a person led, for their own eyes. */
export const walkAbout: About = {
  name: 'practice.walks',
  list: (ctx, { accountId }) =>
    ctx.asOwner(async (db) => [
      {
        title: '带队研学',
        purpose: '用于确认班级走完研学路线并开具证明；定位签到只记下离站点多远，不保存位置。',
        columns: ['路线', '学校', '班级', '开始时间', '走完时间'],
        rows: (await listOwnWalks(db, await listDistrictIds(db), accountId)).map((walk) => [
          ...[walk.route, walk.school, walk.classes, momentInWords(walk.startedAt)],
          walk.doneAt ? momentInWords(walk.doneAt) : '—',
        ]),
      },
    ]),
}
