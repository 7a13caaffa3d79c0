/** What a person chooses by: notices of one matter go together. The kind of a notice begins with its module's name. */
export const topics = [
  { name: 'ledgers', title: '台账报送和导入', modules: ['transfer'] },
  { name: 'figures', title: '指标和目标', modules: ['assessment'] },
  { name: 'mobility', title: '教师流动', modules: ['mobility', 'rotation-planning', 'cover'] },
  { name: 'venues', title: '场馆与基地', modules: ['venues', 'bookings', 'practice'] },
  {
    name: 'teaching',
    title: '课程教研',
    modules: ['courses', 'delivery', 'teaching-research', 'studios', 'contests', 'projects', 'collections', 'training'],
  },
  { name: 'reports', title: '报告', modules: ['publishing'] },
  { name: 'posts', title: '骨干与岗位', modules: ['posts'] },
  { name: 'accounts', title: '账号和权限', modules: ['identity'] },
  { name: 'pupils', title: '家庭与学生服务', modules: ['pupil-services'] },
  { name: 'others', title: '其他', modules: [] },
] as const satisfies readonly { name: string; title: string; modules: readonly string[] }[]
export type TopicName = (typeof topics)[number]['name']

export const topicNames = topics.map(({ name }) => name)

/** 'transfer.remind' is about 台账报送和导入. */
export function topicOf(kind: string): TopicName {
  const [module = ''] = kind.split('.')
  return topics.find(({ modules }) => (modules as readonly string[]).includes(module))?.name ?? 'others'
}
