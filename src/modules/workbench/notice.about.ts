import { momentInWords } from '#shared/day.ts'
import type { About, StoredPart } from '#platform/about.ts'
import { listChannels } from './channel.sql.ts'
import { listNotices } from './notice.sql.ts'

const channelTitles = { mail: '邮件', webhook: '机器人' }
const LATEST = 100

/** What the workbench stores about a person: what they were told, and where else they want to be told. */
export const noticesAbout: About = {
  name: 'workbench.notices',
  list: async ({ db }, { accountId }): Promise<StoredPart[]> => {
    const notices = await listNotices(db, { accountId, limit: LATEST })
    const channels = await listChannels(db, accountId)
    return [
      {
        title: '通知',
        purpose: `告诉您要办的事和办成的事，保存一年；这里是最近 ${LATEST} 条。`,
        columns: ['时间', '内容', '是否已读'],
        rows: notices.map(({ createdAt, title, readAt }) => [
          momentInWords(createdAt),
          title,
          readAt ? '已读' : '未读',
        ]),
      },
      {
        title: '通知方式',
        purpose: '按您的选择把通知送到邮箱或群机器人，地址加密保存，删除即清除。',
        columns: ['方式', '地址', '是否确认'],
        rows: channels.map(({ channel, shown, confirmedAt }) => [
          channelTitles[channel],
          shown,
          confirmedAt ? '已确认' : '未确认',
        ]),
      },
    ]
  },
}
