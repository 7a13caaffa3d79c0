import type { Context } from '#platform/context.ts'
import type { JobKind } from '#platform/jobs/job.ts'
import { letterJob, postLetter } from '#platform/post.ts'
import { giveUpLetter, sendLetter, type LostLetter } from '#platform/post/send.ts'
import { channelsFor } from './notify.actions.ts'
import { openAddress } from './address.ts'
import { listWays } from './channel.sql.ts'
import { insertNotices, listDigest, type Notice } from './notice.sql.ts'

/** Nobody hears of a lost letter by another letter: it stands in the product alone. */
async function tellLost(
  ctx: Context,
  { id, districtId, accountId, askedBy, shown, subject, state, reason }: LostLetter,
) {
  const whom = accountId ?? askedBy
  if (!whom) return
  const text = `“${subject}”${state === 'unsure' ? '可能没有' : '没有'}送到 ${shown}：${reason}。`
  const notice = { kind: 'workbench.lost', key: id, title: '有一条消息没有送到', text, link: '/account/notices' }
  await insertNotices(ctx.db, [
    { ...notice, districtId, id: ctx.newId(), accountId: whom, createdAt: ctx.now, digest: null },
  ])
}

const carrier = (name: string, title: string): JobKind<{ id: string }> => ({
  name,
  title,
  tries: 5,
  run: (system, { districtId, payload }) => sendLetter(system, { districtId, id: payload.id }, tellLost),
  failed: (system, { districtId, payload }) => giveUpLetter(system, { districtId, id: payload.id }, tellLost),
})

/** The daily letter of a person: what they were told since the last one and have not read. */
const digest: JobKind<{ accountId: string; day: string }> = {
  name: 'workbench.digest',
  title: '每日通知汇总',
  tries: 5,
  run: (system, { payload }) => system.inContext((ctx) => writeDigest(ctx, payload)),
}

async function writeDigest(ctx: Context, { accountId, day }: { accountId: string; day: string }): Promise<void> {
  const [ways] = await listWays(ctx.db, [accountId])
  const notices = ways ? await listDigest(ctx.db, accountId, day) : []
  for (const channel of ways?.channels ?? []) {
    const wanted = notices.filter(({ kind }) => channelsFor(ways!, kind).some(({ id }) => id === channel.id))
    if (wanted.length === 0) continue
    await postLetter(ctx, {
      districtId: 0,
      channel: channel.channel,
      ...openAddress(ctx.config, channel),
      subject: `今天有 ${wanted.length} 条通知`,
      text: wanted.map(lineOf).join('\n\n'),
      link: '/notices',
      key: `digest:${accountId}:${day}:${channel.id}`,
      accountId,
    })
  }
}

const lineOf = ({ title, text }: Notice, index: number): string => `${index + 1}. ${title}\n${text}`

export const letterJobs = [carrier(letterJob.mail, '发送邮件'), carrier(letterJob.webhook, '发送机器人消息'), digest]
