import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import type { Todo } from '#platform/todo.ts'
import { noticeLineOf } from './notice.actions.ts'
import { countUnread, listNotices } from './notice.sql.ts'
import type { todayApi, TodoGroup, TodoLine } from './today.contract.ts'
import { inOrder, lateDays } from './today.rules.ts'

const NOTICES = 5

/** The person's day: one question for the whole page. */
export async function readToday(ctx: Context): Promise<Reply<typeof todayApi.read>> {
  const { db, actor, today } = ctx
  const groups: TodoGroup[] = []
  for (const { name, title, list } of ctx.todos) {
    const todos = await list(ctx)
    groups.push({ name, title, todos: todos.map((todo) => lineOf(todo, today)) })
  }
  const unread = await countUnread(db, actor.id)
  const notices = await listNotices(db, { accountId: actor.id, unread: unread > 0, limit: NOTICES })
  return { today, groups: inOrder(groups), notices: notices.map(noticeLineOf), unread }
}

const lineOf = ({ key, title, detail, unitId, unitName, due, to }: Todo, today: string): TodoLine => ({
  key,
  title,
  detail: detail ?? null,
  unitId,
  unitName,
  due: due ?? null,
  lateDays: lateDays(due, today),
  to,
})
