import { signedIn } from '#shared/access.ts'
import { nothing, route, type Host } from '#platform/route.ts'
import { readNotices, readOff } from './notice.actions.ts'
import { noticeApi } from './notice.contract.ts'
import { countUnread } from './notice.sql.ts'
import { readToday } from './today.actions.ts'
import { todayApi } from './today.contract.ts'

/** Everyone has a day and notices; row-level security shows each person their own. */
export function noticeRoutes(host: Host): void {
  route(host, todayApi.read, { load: nothing, may: signedIn, run: (ctx) => readToday(ctx) })

  route(host, noticeApi.list, { load: nothing, may: signedIn, run: (ctx, { query }) => readNotices(ctx, query) })

  route(host, noticeApi.unread, {
    load: nothing,
    may: signedIn,
    run: async ({ db, actor }) => ({ unread: await countUnread(db, actor.id) }),
  })

  route(host, noticeApi.read, {
    load: nothing,
    may: signedIn,
    run: async (ctx, { body }) => ({ unread: await readOff(ctx, body.ids) }),
  })
}
