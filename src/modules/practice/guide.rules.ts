import type { Base, GuideContent } from './guide.contract.ts'

export const guideStages = ['学前', '小学', '初中', '高中', '中职'] as const
const OTHER = '其他主题'

/** 《颛桥镇中小幼学生社会实践和职业体验指南》 of 颛桥镇学区; until the office calls it otherwise. */
export const titleOf = (clusterName: string): string =>
  `${clusterName.replace(/(学区|教育集团|集团)$/, '')}中小幼学生社会实践和职业体验指南`

export interface Theme {
  theme: string
  /** Those that are told of here. */
  bases: Base[]
  /** Those that are told of under another theme and belong here too. */
  also: Base[]
}

/** Those inside schools are listed by themselves: they are booked, not written to. */
export const inSchools = (bases: readonly Base[]): Base[] => bases.filter(({ school }) => school !== '')

/** Bases outside schools by theme, each told of once, under its first; themes in the order of how many bases they have. */
export function byTheme(bases: readonly Base[]): Theme[] {
  const themes = new Map<string, Theme>()
  const of = (theme: string): Theme => {
    const known = themes.get(theme) ?? { theme, bases: [], also: [] }
    themes.set(theme, known)
    return known
  }
  for (const base of bases.filter(({ school }) => school === '')) {
    const [first = OTHER, ...rest] = base.themes
    of(first).bases.push(base)
    for (const theme of rest) of(theme).also.push(base)
  }
  const size = ({ theme, bases: told, also }: Theme) => (theme === OTHER ? -1 : told.length + also.length)
  return [...themes.values()].sort((a, b) => size(b) - size(a))
}

export const isFor = ({ stages }: Pick<Base, 'stages'>, stage: string): boolean =>
  stages.length === 0 || stages.includes(stage)

const fields = [
  ['name', '名称'],
  ['kind', '类型'],
  ['school', '所在学校'],
  ['address', '地址'],
  ['contactName', '联系人'],
  ['contactPhone', '联系电话'],
  ['about', '介绍'],
  ['howToVisit', '怎样预约'],
  ['safety', '安全提示'],
  ['access', '无障碍'],
  ['agreementUntil', '协议到期日'],
] as const satisfies readonly [keyof Base, string][]
const lists = [
  ['stages', '学段'],
  ['themes', '主题'],
] as const satisfies readonly [keyof Base, string][]

const changed = (what: string, before: string, after: string): string[] => {
  if (before === after) return []
  if (!before) return [`补充了${what}：${after}`]
  return after ? [`${what}由“${before}”改为“${after}”`] : [`去掉了${what}（原为“${before}”）`]
}

/** What is different about a base, in words. */
function baseChanges(before: Base, after: Base): string[] {
  const all = [
    ...fields.flatMap(([field, what]) => changed(what, before[field] ?? '', after[field] ?? '')),
    ...lists.flatMap(([field, what]) => changed(what, before[field].join('、'), after[field].join('、'))),
    ...(before.longitude !== after.longitude || before.latitude !== after.latitude ? ['地图上的位置有变化'] : []),
  ]
  return all.length > 0 ? [`${before.name}：${all.join('；')}。`] : []
}

/** What makes one state of the guide differ from another, a sentence each: what is new, what is gone, what is said otherwise. */
export function differences(before: GuideContent, after: GuideContent): string[] {
  const [was, is] = [before, after].map(({ bases }) => new Map(bases.map((base) => [base.id, base])))
  return [
    ...changed('书名', before.title, after.title).map((words) => `${words}。`),
    ...changed('前言', before.preface, after.preface).map((words) => `${words}。`),
    ...changed('咨询方式', before.contact, after.contact).map((words) => `${words}。`),
    ...after.bases.filter(({ id }) => !was!.has(id)).map(({ name, kind }) => `新增${kind}：${name}。`),
    ...before.bases.filter(({ id }) => !is!.has(id)).map(({ name, kind }) => `不再列入${kind}：${name}。`),
    ...before.bases.flatMap((base) => {
      const now = is!.get(base.id)
      return now ? baseChanges(base, now) : []
    }),
  ]
}
