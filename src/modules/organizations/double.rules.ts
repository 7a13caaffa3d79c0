import { outside, merged, type Membership } from './membership.rules.ts'

/** What a table is called by the office, for the list of what stands in the way of a merge. */
const titles: Record<string, string> = {
  'people.teacher_year': '教师名册',
  'people.exemption': '不参加交流的证明',
  'people.eligible_list': '符合交流条件名单',
  'people.eligible_row': '符合交流条件名单',
  'mobility.rotation': '交流轮岗',
  'courses.course': '课程',
  'teaching_research.studio': '工作室',
  'teaching_research.activity': '教研活动',
  'teaching_research.mentoring': '跨校带教',
  'teaching_research.union_school': '学科教研联合体',
  'teaching_research.union_convenor': '学科教研联合体',
  'teaching_research.plan_line': '联合体年度计划',
  'teaching_research.pair': '跨校带教',
  'teaching_research.pair_entry': '跨校带教的记录',
  'teaching_research.event': '教研活动',
  'teaching_research.event_school': '教研活动',
  'teaching_research.event_task': '教研活动',
  'teaching_research.event_sign': '教研活动签到',
  'venues.venue_use': '场馆共享',
  'assessment.appraisal': '办学绩效考核',
  'identity.grant': '账号权限',
  'posts.pool_member': '骨干教师蓄水池',
  'posts.post_count': '岗位余缺',
  'posts.agreement': '岗位调剂',
  'posts.need': '联合招聘需求',
  'posts.application': '高级职称申报',
  'pupil_services.month_sheet': '服务月报',
  'pupil_services.month_count': '服务月报',
  'pupil_services.parent_school': '家长学校',
  'pupil_services.aid': 'AED与救护培训',
  'pupil_services.activity': '联合活动',
  'pupil_services.part': '联合活动',
  'pupil_services.evidence': '佐证文件',
}

/** In words: 教师名册 36 条. */
export const inWayOf = (references: readonly { table: string; rows: number }[]): string[] =>
  references.map(({ table, rows }) => `${titles[table] ?? '其他记录'} ${rows} 条`)

/** In words: 春申小学2023学年的…已冻结，请先解除冻结. */
export const frozenWords = (school: string, years: readonly number[]): string =>
  `${school}${years.join('、')}学年的符合交流条件名单已冻结，合并会改变这一年的成员校，请先解除冻结`

/** The memberships of the school that stays, with the days on which only its double was a member. */
export function joinedDays(own: readonly Membership[], double: readonly Membership[]): Membership[] {
  const added = own.reduce<Membership[]>((left, taken) => left.flatMap((one) => outside(one, taken)), [...double])
  return merged([...own, ...added])
}
