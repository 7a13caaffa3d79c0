import type { NeedLine, SchoolAnswerFields, schoolStates } from './needs.contract.ts'

/** Where a register says neither stage nor subject. */
export const UNSAID = '未填'

interface Taught {
  stage: string | null
  subject: string | null
}

export const cellOf = (stage: string | null, subject: string | null): string =>
  `${stage ?? UNSAID}|${subject ?? UNSAID}`

const stageOrder = ['学前', '小学', '初中', '高中', '中职', '社区']

/** The grid of a school: every subject that is taught there or that it said something of, by stage and name. */
export function gridOf(
  staff: readonly Taught[],
  needs: readonly { stage: string; subject: string; lacks: number }[],
): NeedLine[] {
  const lines = new Map<string, NeedLine>()
  const lineOf = (stage: string | null, subject: string | null) => {
    const key = cellOf(stage, subject)
    const line = lines.get(key) ?? { stage: stage ?? UNSAID, subject: subject ?? UNSAID, teachers: 0, lacks: 0 }
    lines.set(key, line)
    return line
  }
  for (const { stage, subject } of staff) lineOf(stage, subject).teachers += 1
  for (const { stage, subject, lacks } of needs) lineOf(stage, subject).lacks = lacks
  const at = (stage: string) => (stageOrder.indexOf(stage) + stageOrder.length + 1) % (stageOrder.length + 1)
  return [...lines.values()].sort((a, b) => at(a.stage) - at(b.stage) || a.subject.localeCompare(b.subject, 'zh-CN'))
}

/** How many of its eligible teachers a school may keep: the share that the office sets, but one at least where it is not 0. */
export const mostKept = (eligible: number, percent: number): number =>
  percent === 0 ? 0 : Math.max(1, Math.floor((eligible * percent) / 100))

interface Facts {
  staff: readonly Taught[]
  eligible: readonly { teacherId: string; name: string }[]
  percent: number
}

interface Issue {
  path: string
  message: string
}

/** What is wrong with what a school hands in: where, what, and what would be right. */
export function whyNotHandIn({ needs, kept }: SchoolAnswerFields, facts: Facts): Issue[] {
  return [...needIssues(needs, facts.staff), ...keptIssues(kept, facts)]
}

function needIssues(needs: SchoolAnswerFields['needs'], staff: readonly Taught[]): Issue[] {
  const teachers = (stage: string, subject: string) =>
    staff.filter((one) => cellOf(one.stage, one.subject) === cellOf(stage, subject)).length
  const cells = needs.map(({ stage, subject }) => cellOf(stage, subject))
  return needs.flatMap(({ stage, subject, lacks }, at) => {
    const path = `needs.${at}`
    const there = teachers(stage, subject)
    if (cells.indexOf(cells[at]!) < at) return [{ path, message: `${stage}${subject}填了两行，请合成一行` }]
    return -lacks > there ? [{ path, message: `${stage}${subject}本校现有 ${there} 人，富余不能超过 ${there} 人` }] : []
  })
}

function keptIssues(kept: SchoolAnswerFields['kept'], { eligible, percent }: Facts): Issue[] {
  const most = mostKept(eligible.length, percent)
  const ids = new Set(kept.map(({ teacherId }) => teacherId))
  const isForeign = [...ids].some((id) => !eligible.some(({ teacherId }) => teacherId === id))
  if (isForeign || ids.size < kept.length)
    return [{ path: 'kept', message: '留校名单里有不在本校名单上的教师，或有人选了两次，请核对' }]
  if (kept.length <= most) return []
  const message = `本校符合条件 ${eligible.length} 人，按 ${percent}% 最多留 ${most} 人，现在选了 ${kept.length} 人，请去掉 ${kept.length - most} 人`
  return [{ path: 'kept', message }]
}

export const schoolState = (handedInAt: Date | null, needsDue: string, today: string): (typeof schoolStates)[number] =>
  handedInAt ? 'handed-in' : today > needsDue ? 'late' : 'missing'
