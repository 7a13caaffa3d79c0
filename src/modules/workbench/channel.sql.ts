import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import type { Bot, Channel } from '#platform/post/letter.ts'

export interface NewChannel {
  id: string
  accountId: string
  channel: Channel
  bot: Bot | null
  shown: string
  address: Buffer
  createdAt: Date
  confirmedAt: Date | null
  codeHash: Buffer | null
  codeUntil: Date | null
}

export async function insertChannel(db: Db, channel: NewChannel): Promise<void> {
  await db.insertInto('workbench.channel').values(channel).execute()
}

export interface ChannelLine extends Pick<NewChannel, 'id' | 'channel' | 'bot' | 'shown' | 'confirmedAt'> {
  accountId: string
}

/** The channels of an account; what they lead to is not read. */
export function listChannels(db: Db, accountId: string): Promise<ChannelLine[]> {
  return db
    .selectFrom('workbench.channel')
    .select(['id', 'accountId', 'channel', 'bot', 'shown', 'confirmedAt'])
    .where('accountId', '=', accountId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

export function findChannel(db: Db, id: string): Promise<ChannelLine | undefined> {
  return db
    .selectFrom('workbench.channel')
    .select(['id', 'accountId', 'channel', 'bot', 'shown', 'confirmedAt'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export interface ChannelHeld extends ChannelLine {
  address: Buffer
  codeHash: Buffer | null
  codeUntil: Date | null
  codeTries: number
}

/** A channel with what it leads to, held until the transaction ends. Read as the owner. */
export function findChannelHeld(db: Db, id: string): Promise<ChannelHeld | undefined> {
  return db
    .selectFrom('workbench.channel')
    .select([
      'id',
      'accountId',
      'channel',
      'bot',
      'shown',
      'confirmedAt',
      'address',
      'codeHash',
      'codeUntil',
      'codeTries',
    ])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export interface ChannelChange {
  confirmedAt?: Date
  codeHash?: Buffer | null
  codeUntil?: Date | null
  codeTries?: number
}

export async function updateChannel(db: Db, id: string, change: ChannelChange): Promise<void> {
  await db.updateTable('workbench.channel').set(change).where('id', '=', id).execute()
}

export async function deleteChannel(db: Db, id: string): Promise<void> {
  await db.deleteFrom('workbench.channel').where('id', '=', id).execute()
}

/** How one person is told outside the product. */
export interface Ways {
  accountId: string
  channels: { id: string; channel: Channel; bot: Bot | null; address: string }[]
  muted: { topic: string; channel: Channel }[]
  digestHour: number | null
  quietFrom: number | null
  quietUntil: number | null
}

/** The confirmed channels of some accounts that are open, with what they do not want there and when. Addresses come as hex, still sealed. */
export async function listWays(db: Db, accountIds: readonly string[]): Promise<Ways[]> {
  const { rows } = await sql<Ways>`
    select c.account_id, h.digest_hour, h.quiet_from, h.quiet_until,
      jsonb_agg(jsonb_build_object('id', c.id, 'channel', c.channel, 'bot', c.bot, 'address', encode(c.address, 'hex'))
        order by c.id) as channels,
      coalesce((select jsonb_agg(jsonb_build_object('topic', m.topic, 'channel', m.channel))
        from workbench.muted m where m.account_id = c.account_id), '[]') as muted
    from workbench.channel c join identity.account a on a.id = c.account_id
    left join workbench.habit h on h.account_id = c.account_id
    where c.account_id = any (${accountIds}::uuid[]) and c.confirmed_at is not null and a.closed_at is null
    group by c.account_id, h.digest_hour, h.quiet_from, h.quiet_until`.execute(db)
  return rows
}
