import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import type { Reply } from '#shared/endpoint.ts'
import type { Context } from '#platform/context.ts'
import { isMailSetUp, postLetter } from '#platform/post.ts'
import { isInsideHost } from '#platform/post/inside.ts'
import type { Bot, Channel } from '#platform/post/letter.ts'
import { shownAddress } from '#platform/post/shown.ts'
import { mayLeadTo } from '#platform/post/webhook.ts'
import type { Problem } from '#shared/problem.ts'
import { openAddress, sealAddress, type Address } from './address.ts'
import { findChannelHeld, insertChannel, listChannels, updateChannel, type ChannelLine } from './channel.sql.ts'
import { CODE_MINUTES, CODE_TRIES, hostMissed, isCodeOpen } from './code.rules.ts'
import { workbenchProblems } from './problems.ts'
import { topicNames, topics } from './topic.rules.ts'
import type { wayApi } from './way.contract.ts'
import { deleteMuted, findHabit, insertMuted, listMuted, saveHabit, type Habit, type Muted } from './way.sql.ts'

const MOST_CHANNELS = 5
/** Letters that concern one person alone belong to no district. */
const NOWHERE = 0

/** How the person is told outside the product. */
export async function readWays({ db, actor, config }: Context): Promise<Reply<typeof wayApi.read>> {
  const channels = await listChannels(db, actor.id)
  const habit = await findHabit(db, actor.id)
  return {
    mailReady: isMailSetUp(config),
    channels: channels.map(({ id, channel, bot, shown, confirmedAt }) => ({
      id,
      channel,
      bot,
      shown,
      confirmed: confirmedAt !== null,
    })),
    topics: topics.map(({ name, title }) => ({ name, title })),
    muted: await listMuted(db, actor.id),
    ...(habit ?? { digestHour: null, quietFrom: null, quietUntil: null }),
  }
}

export async function setHabits({ db, actor }: Context, habit: Habit): Promise<void> {
  if ((habit.quietFrom === null) !== (habit.quietUntil === null)) throw workbenchProblems.quietHalf()
  if (habit.quietFrom !== null && habit.quietFrom === habit.quietUntil) throw workbenchProblems.quietNever()
  await saveHabit(db, actor.id, habit)
}

export async function setTopic({ db, actor }: Context, { on, ...muted }: Muted & { on: boolean }): Promise<void> {
  if (!(topicNames as string[]).includes(muted.topic)) throw workbenchProblems.noSuchTopic()
  await (on ? deleteMuted : insertMuted)(db, actor.id, muted)
}

/** Keeps a mail address and sends a code to it; until that is typed in nothing else is sent there. */
export async function addMail(ctx: Context, address: string): Promise<{ id: string }> {
  if (!isMailSetUp(ctx.config)) throw workbenchProblems.mailOff()
  const id = await addChannel(ctx, 'mail', null, { address })
  await sendCode(ctx, id)
  return { id }
}

export async function addBot(
  ctx: Context,
  { bot, address, secret }: { bot: Bot; address: string; secret?: string | undefined },
): Promise<{ id: string }> {
  if (!mayLeadTo(address, ctx.config)) throw workbenchProblems.placeNotAllowed()
  const host = hostMissed(bot, address, ctx.config.insideWebhooks && isInsideHost(new URL(address).hostname))
  if (host) throw workbenchProblems.wrongBot({ host })
  return { id: await addChannel(ctx, 'webhook', bot, { address, ...(secret && { secret }) }) }
}

async function addChannel(ctx: Context, channel: Channel, bot: Bot | null, address: Address): Promise<string> {
  const { actor, now } = ctx
  const there = await listChannels(ctx.db, actor.id)
  if (there.length >= MOST_CHANNELS) throw workbenchProblems.tooManyChannels({ most: MOST_CHANNELS })
  const id = ctx.newId()
  const shown = shownAddress({ channel, ...address })
  const confirmedAt = channel === 'mail' ? null : now
  const row = { id, accountId: actor.id, channel, bot, shown, createdAt: now, confirmedAt }
  const sealed = sealAddress(ctx.config, address)
  await ctx.asOwner((db) => insertChannel(db, { ...row, address: sealed, codeHash: null, codeUntil: null }))
  return id
}

const hashOf = (id: string, code: string) => createHash('sha256').update(`${id} ${code}`).digest()

/** Sends a new code to a mail address; the one before it holds no longer. */
export async function sendCode(ctx: Context, channelId: string): Promise<void> {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const codeUntil = new Date(ctx.now.getTime() + CODE_MINUTES * 60_000)
  const held = await ctx.asOwner(async (db) => {
    const channel = await findChannelHeld(db, channelId)
    if (channel?.confirmedAt) throw workbenchProblems.confirmedAlready()
    await updateChannel(db, channelId, { codeHash: hashOf(channelId, code), codeUntil, codeTries: 0 })
    return channel
  })
  await postLetter(ctx, {
    districtId: NOWHERE,
    channel: 'mail',
    ...openAddress(ctx.config, held!),
    subject: '确认通知邮箱',
    text: `您在雁阵里填了这个邮箱收通知，验证码是 ${code}，${CODE_MINUTES} 分钟内有效。不是您本人操作，请忽略这封邮件。`,
    key: `code:${ctx.newId()}`,
    accountId: ctx.actor.id,
  })
}

/** Takes the code; a wrong one is counted, so it is returned and not thrown. */
export function confirm(ctx: Context, channelId: string, code: string): Promise<Problem | undefined> {
  return ctx.asOwner(async (db) => {
    const channel = (await findChannelHeld(db, channelId))!
    if (channel.confirmedAt) return workbenchProblems.confirmedAlready()
    if (!channel.codeHash || !isCodeOpen(channel, ctx.now)) return workbenchProblems.codeOver()
    if (!timingSafeEqual(channel.codeHash, hashOf(channelId, code))) {
      const codeTries = channel.codeTries + 1
      await updateChannel(db, channelId, { codeTries })
      return workbenchProblems.wrongCode({ left: CODE_TRIES - codeTries })
    }
    await updateChannel(db, channelId, { confirmedAt: ctx.now, codeHash: null, codeUntil: null })
    return undefined
  })
}

/** Sends one letter by a channel, so that the person sees that it works. */
export async function tryOut(ctx: Context, { id, channel, confirmedAt }: ChannelLine): Promise<void> {
  if (!confirmedAt) throw workbenchProblems.confirmFirst()
  const held = await ctx.asOwner((db) => findChannelHeld(db, id))
  await postLetter(ctx, {
    districtId: NOWHERE,
    channel,
    ...openAddress(ctx.config, held!),
    subject: '试发一条通知',
    text: '收到这一条，说明雁阵的通知能送到这里。',
    link: '/account/notices',
    key: `try:${ctx.newId()}`,
    accountId: ctx.actor.id,
  })
}
