import type { Document } from '#shared/block.ts'
import { dayInWords } from '#shared/day.ts'
import { codeInGroups } from '#shared/paper-code.ts'
import type { CertificateContent, ServiceLine } from './certificate.contract.ts'
import { runningYears, yearsServed, type Term } from './term.rules.ts'

/** 交流证〔2024〕12号 */
export const numberInWords = ({ numberYear, number }: { numberYear: number; number: number }): string =>
  `交流证〔${numberYear}〕${number}号`

/** Whole school years served in all: a year in which two rotations ran is one. */
export function yearsInAll(rotations: readonly Term[], today: string): number {
  const years = rotations.flatMap((one) => runningYears(one).slice(0, yearsServed(one, today)))
  return new Set(years).size
}

/** What a certificate is at present, and since when it is otherwise. */
export function stateOf({ withdrawnOn, supersededOn }: { withdrawnOn: string | null; supersededOn: string | null }) {
  if (withdrawnOn) return { state: '已作废' as const, changedOn: withdrawnOn }
  if (supersededOn) return { state: '已替代' as const, changedOn: supersededOn }
  return { state: '有效' as const, changedOn: null }
}

const gradesIn = ({ grades }: ServiceLine): string =>
  grades.length === 0 ? '未考核' : grades.map(({ schoolYear, grade }) => `${schoolYear}学年${grade}`).join('，')

const spanOf = ({ startOn, endOn, status }: ServiceLine) =>
  `${dayInWords(startOn)}至${dayInWords(endOn)}${status === '已生效' ? '（进行中）' : ''}`

/** The paper in the form of GB/T 9704: what was served where and how it was judged, and how to check it. */
export function paperOf(
  content: CertificateContent,
  { number, purpose, code, address }: { number: string; purpose: string; code: string; address: string },
): Document {
  const { name, homeSchool, title, subject, years, lines, verdicts, signature, day } = content
  const who = [homeSchool, subject && `${subject}学科`, title].filter(Boolean).join('，')
  const promotion = verdicts.map(
    ({ name: document, clause, verdict, why }) => `按《${document}》（${clause}）：${verdict}，${why}`,
  )
  return {
    title: '交流轮岗服务证明',
    marks: [],
    number,
    blocks: [
      { kind: 'paragraph', text: `兹证明${name}老师（${who}）参加校际交流轮岗，至${dayInWords(day)}累计服务${years === 0 ? '不足 1 学年' : `满 ${years} 学年`}，共 ${lines.length} 次，情况如下表。` }, // prettier-ignore
      {
        kind: 'table',
        title: '交流轮岗经历',
        columns: [
          { title: '起止' },
          { title: '流出学校' },
          { title: '流入学校' },
          { title: '方式' },
          { title: '考核' },
        ],
        rows: lines.map((line) => [spanOf(line), line.fromSchool, line.toSchool, line.form, gradesIn(line)]),
      },
      ...(promotion.length > 0
        ? [{ kind: 'paragraph' as const, text: `用于提任校级干部的：${promotion.join('')}` }]
        : []),
      { kind: 'paragraph', text: `本证明用于${purpose}。` },
      { kind: 'paragraph', text: `查验码 ${codeInGroups(code)}，可在 ${address}/verify/${code} 查验真伪和效力。` },
    ],
    signature,
    day,
    contact: '',
    about: [],
  }
}
