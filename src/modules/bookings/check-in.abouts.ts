import { momentInWords } from '#shared/day.ts'
import type { About } from '#platform/about.ts'
import { listStoredCheckIns } from './check-in.sql.ts'

/** What is stored of a person's coming to venues, for their own eyes. */
export const checkInAbout: About = {
  name: 'bookings.check-ins',
  list: (ctx, { accountId }) =>
    ctx.asOwner(async (db) => [
      {
        title: '场馆签到',
        purpose: '用于确认场馆有人使用，并计入场馆共享；定位签到只记下离场地多远，不保存位置。',
        columns: ['场馆', '预约时间', '签到时间', '方式', '离场地', '评价'],
        rows: (await listStoredCheckIns(db, accountId)).map(({ venue, fromAt, cameAt, way, distanceM, remark }) => [
          ...[venue, momentInWords(fromAt), momentInWords(cameAt), way],
          ...[distanceM === null ? '—' : `${distanceM} 米`, remark || '—'],
        ]),
      },
    ]),
}
