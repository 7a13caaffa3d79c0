import { dayAfter } from '#shared/day.ts'

export const siteKinds = ['社会场馆', '企业', '园区', '社区', '高校与科研院所', '其他'] as const
export type SiteKind = (typeof siteKinds)[number]

/** What partners are usually visited for; others may be written. */
export const siteThemes = [
  '职业体验', '劳动', '科学', '先进制造', '航天', '生态环保', '传统文化', '艺术', '红色教育', '志愿服务', '安全教育', '法治', '体育', '国防',
] as const // prettier-ignore

export const siteStates = ['可预约', '协议未开始', '协议快到期', '协议已到期', '已停用'] as const
export type SiteState = (typeof siteStates)[number]

interface Agreed {
  closedOn: string | null
  agreementFrom: string | null
  agreementUntil: string | null
}

/** How long before its end the office is told of an agreement. */
export const DAYS_AHEAD = 60

/** How a partner stands; after the end of the agreement nothing can be booked there. */
export function siteStateOf({ closedOn, agreementFrom, agreementUntil }: Agreed, today: string): SiteState {
  if (closedOn !== null && closedOn <= today) return '已停用'
  if (agreementUntil !== null && agreementUntil < today) return '协议已到期'
  if (agreementFrom !== null && today < agreementFrom) return '协议未开始'
  return agreementUntil !== null && agreementUntil < dayAfter(today, DAYS_AHEAD) ? '协议快到期' : '可预约'
}
