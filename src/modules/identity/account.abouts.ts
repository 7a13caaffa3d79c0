import { roleNames } from '#shared/access.ts'
import { momentInWords } from '#shared/day.ts'
import type { About, StoredPart } from '#platform/about.ts'
import { findStoredAccount, listStoredGrants, listStoredInvitations } from './about.sql.ts'
import { listCorrectionsOf } from './correction.sql.ts'
import { listOutsideAccounts } from './outside.sql.ts'
import { listSessions } from './session.sql.ts'

const moment = (instant: Date | null): string => (instant ? momentInWords(instant) : '—')

/** The account itself. Of the password only its hash is kept, of a phone's secret a sealed text; both tell nothing. */
const account: About = {
  name: 'identity.account',
  list: async ({ db }, { accountId }) => {
    const stored = await findStoredAccount(db, accountId)
    if (!stored) return []
    const part: StoredPart = {
      title: '账号',
      purpose: '用来登录和联系；密码只存散列，任何人都看不到。账号停用后保留姓名，供记录对得上人。',
      columns: ['用户名', '姓名', '邮箱', '电话', '建立', '最近使用', '第二重验证'],
      rows: [
        [
          stored.login,
          stored.name,
          stored.mail ?? '—',
          stored.phone ?? '—',
          moment(stored.createdAt),
          moment(stored.seenAt),
          stored.totpSince ? `${moment(stored.totpSince)}起` : '没有',
        ],
      ],
    }
    return [part]
  },
}

const grants: About = {
  name: 'identity.grants',
  list: async ({ db }, { accountId }) => [
    {
      title: '角色',
      purpose: '决定您能看什么、做什么；结束以后留作依据。',
      columns: ['角色', '单位', '从', '到'],
      rows: (await listStoredGrants(db, accountId)).map(({ role, unitName, fromDay, untilDay }) => [
        roleNames[role],
        unitName,
        fromDay,
        untilDay ?? '长期',
      ]),
    },
  ],
}

const sessions: About = {
  name: 'identity.sessions',
  list: async ({ db }, { accountId }) => [
    {
      title: '登录',
      purpose: '您现在在哪些地方登录着；退出或到时即删除。',
      columns: ['开始', '最近', '地址', '浏览器'],
      rows: (await listSessions(db, accountId)).map(({ createdAt, seenAt, address, agent }) => [
        moment(createdAt),
        moment(seenAt),
        address ?? '—',
        agent ?? '—',
      ]),
    },
  ],
}

const invitations: About = {
  name: 'identity.invitations',
  list: async ({ db }, { accountId }) => [
    {
      title: '邀请',
      purpose: '谁请您来的；链接用过就作废。',
      columns: ['谁邀请', '邀请时间', '接受时间', '邮箱', '电话'],
      rows: (await listStoredInvitations(db, accountId)).map(({ madeByName, madeAt, usedAt, mail, phone }) => [
        madeByName,
        moment(madeAt),
        moment(usedAt),
        mail ?? '—',
        phone ?? '—',
      ]),
    },
  ],
}

const outside: About = {
  name: 'identity.outside',
  list: async ({ db }, { accountId }) => {
    const rows = (await listOutsideAccounts(db, accountId)).map(({ label, linkedAt }) => [label, moment(linkedAt)])
    const purpose = '用统一身份登录时认出您；解除绑定即删除。'
    return rows.length > 0 ? [{ title: '统一身份', purpose, columns: ['名称', '绑定时间'], rows }] : []
  },
}

const corrections: About = {
  name: 'identity.corrections',
  list: async ({ db }, { accountId }) => {
    const rows = (await listCorrectionsOf(db, accountId)).map(({ wish, madeAt, answer, answeredAt, answeredBy }) => [
      moment(madeAt),
      wish,
      answer ? `${answer}（${answeredBy}，${moment(answeredAt)}）` : '等待答复',
    ])
    const purpose = '您请学校更正的事和答复。'
    return rows.length > 0 ? [{ title: '更正请求', purpose, columns: ['时间', '请求', '答复'], rows }] : []
  },
}

export const identityAbouts: readonly About[] = [account, grants, sessions, invitations, outside, corrections]
