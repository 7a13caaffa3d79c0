import { z } from 'zod'
import { del, get, patch, post } from '#shared/endpoint.ts'

export const channelNames = ['mail', 'webhook'] as const
export const botNames = ['wecom', 'dingtalk', 'json'] as const

const hour = z.number().int().min(0).max(23).nullable()
const channelId = z.uuid()

/** Where a person is told outside the product. */
export const ChannelLine = z.object({
  id: z.string(),
  channel: z.enum(channelNames),
  bot: z.enum(botNames).nullable(),
  /** Not the whole address: that of a bot is its key. */
  shown: z.string(),
  confirmed: z.boolean(),
})
export type ChannelLine = z.infer<typeof ChannelLine>

export const Muted = z.object({ topic: z.string().max(40), channel: z.enum(channelNames) })

export const NewMail = z.object({ address: z.email('请填完整的邮箱地址，如 name@school.cn').max(200) })
export const NewBot = z.object({
  bot: z.enum(botNames, '请选择是谁的机器人'),
  address: z.url('请粘贴机器人的完整地址，以 https:// 开头').max(1000),
  secret: z.string().trim().max(200).optional(),
})
export const Code = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, '请填邮件里的 6 位数字'),
})

export const Habits = z.object({
  /** The hour of the daily digest; null: at once. */
  digestHour: hour,
  quietFrom: hour,
  quietUntil: hour,
})

export const wayApi = {
  read: get('/api/notice-ways', {
    title: '通知方式',
    reply: Habits.extend({
      /** Whether the installation sends mail. */
      mailReady: z.boolean(),
      channels: z.array(ChannelLine),
      topics: z.array(z.object({ name: z.string(), title: z.string() })),
      /** What is not sent by a channel; everything else is. */
      muted: z.array(Muted),
    }),
  }),
  setHabits: patch('/api/notice-ways', { title: '改通知的时间', body: Habits, reply: z.object({}) }),
  setTopic: post('/api/notice-ways/topics', {
    title: '改通知的内容',
    body: Muted.extend({ on: z.boolean() }),
    reply: z.object({}),
  }),
  /** The address is used once the code that is sent to it was typed in. */
  addMail: post('/api/notice-channels/mail', {
    title: '添加通知邮箱',
    body: NewMail,
    reply: z.object({ id: z.string() }),
  }),
  addBot: post('/api/notice-channels/webhook', {
    title: '添加通知机器人',
    body: NewBot,
    reply: z.object({ id: z.string() }),
  }),
  confirm: post('/api/notice-channels/:channelId/confirm', {
    title: '确认通知邮箱',
    params: z.object({ channelId }),
    body: Code,
    reply: z.object({}),
  }),
  sendCode: post('/api/notice-channels/:channelId/code', {
    title: '再发一次验证码',
    params: z.object({ channelId }),
    reply: z.object({}),
  }),
  tryOut: post('/api/notice-channels/:channelId/try', {
    title: '试发一条通知',
    params: z.object({ channelId }),
    reply: z.object({}),
  }),
  remove: del('/api/notice-channels/:channelId', {
    title: '删除通知方式',
    params: z.object({ channelId }),
    reply: z.object({}),
  }),
}
