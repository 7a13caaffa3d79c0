import type { Document } from '#shared/block.ts'
import { dayInWords, dayOf, momentInWords } from '#shared/day.ts'
import { codeInGroups } from '#shared/paper-code.ts'
import type { Problem } from '#shared/problem.ts'
import { practiceProblems } from './problems.ts'

export interface Walked {
  startedAt: Date
  doneAt: Date | null
}

/** A walk is of one day, on the office's clock: what stands against going on with it now. */
export function whyNotGoOn({ startedAt, doneAt }: Walked, now: Date): Problem | undefined {
  if (doneAt) return practiceProblems.walkDone()
  const day = dayOf(startedAt)
  return day === dayOf(now) ? undefined : practiceProblems.walkOver({ day: dayInWords(day) })
}

/** 研学证〔2026〕3号 */
export const walkNumberInWords = ({ numberYear, number }: { numberYear: number; number: number }): string =>
  `研学证〔${numberYear}〕${number}号`

/** What stands on the certificate of a class that came past every stop. */
export interface WalkPaper {
  route: string
  school: string
  classes: string
  headCount: number
  leader: string
  stops: readonly { name: string; task: string; cameAt: Date }[]
  doneAt: Date
  number: string
  code: string
  office: string
}

/** The certificate in the form of GB/T 9704: who walked what when, and how to check it. No pupil is named. */
export function walkPaper(paper: WalkPaper, siteAddress: string): Document {
  const { route, school, classes, headCount, leader, stops, doneAt, number, code, office } = paper
  const day = dayOf(doneAt)
  return {
    title: '研学路线完成证明',
    marks: [],
    number,
    blocks: [
      { kind: 'paragraph', text: `兹证明${school}${classes}师生 ${headCount} 人，由${leader}带队，于${dayInWords(day)}走完研学路线“${route}”全部 ${stops.length} 站，各站签到情况如下表。` }, // prettier-ignore
      {
        kind: 'table',
        title: '各站签到',
        columns: [{ title: '站点' }, { title: '任务' }, { title: '签到时间' }],
        rows: stops.map(({ name, task, cameAt }) => [name, task || null, momentInWords(cameAt).slice(11)]),
      },
      { kind: 'paragraph', text: `查验码 ${codeInGroups(code)}，可在 ${siteAddress}/verify/${code} 查验真伪。` },
    ],
    signature: office,
    day,
    contact: '',
    about: [],
  }
}
