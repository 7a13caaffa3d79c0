import type { Db } from '#platform/database/database.ts'
import type { Channel } from '#platform/post/letter.ts'

export interface Habit {
  digestHour: number | null
  quietFrom: number | null
  quietUntil: number | null
}

export function findHabit(db: Db, accountId: string): Promise<Habit | undefined> {
  return db
    .selectFrom('workbench.habit')
    .select(['digestHour', 'quietFrom', 'quietUntil'])
    .where('accountId', '=', accountId)
    .executeTakeFirst()
}

export async function saveHabit(db: Db, accountId: string, habit: Habit): Promise<void> {
  await db
    .insertInto('workbench.habit')
    .values({ accountId, ...habit })
    .onConflict((same) => same.column('accountId').doUpdateSet(habit))
    .execute()
}

export interface Muted {
  topic: string
  channel: Channel
}

export function listMuted(db: Db, accountId: string): Promise<Muted[]> {
  return db
    .selectFrom('workbench.muted')
    .select(['topic', 'channel'])
    .where('accountId', '=', accountId)
    .orderBy('topic')
    .orderBy('channel')
    .execute()
}

export async function insertMuted(db: Db, accountId: string, muted: Muted): Promise<void> {
  await db
    .insertInto('workbench.muted')
    .values({ accountId, ...muted })
    .onConflict((same) => same.doNothing())
    .execute()
}

export async function deleteMuted(db: Db, accountId: string, { topic, channel }: Muted): Promise<void> {
  await db
    .deleteFrom('workbench.muted')
    .where('accountId', '=', accountId)
    .where('topic', '=', topic)
    .where('channel', '=', channel)
    .execute()
}
