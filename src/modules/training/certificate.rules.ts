import type { Document } from '#shared/block.ts'
import { dayInWords } from '#shared/day.ts'
import { codeInGroups } from '#shared/paper-code.ts'

/** What stands on the certificate of a course. */
export interface Certificate {
  code: string
  name: string
  school: string
  title: string
  organiser: string
  tier: string
  field: string
  credits: number
  earnedOn: string
  /** 区级认定的文号, or who held it. */
  evidence: string
}

/** The certificate in the form of GB/T 9704: who took part in what, what it counts as, and how to check it. */
export function certificatePaper(paper: Certificate, siteAddress: string): Document {
  const { code, name, school, title, organiser, tier, field, credits, earnedOn, evidence } = paper
  return {
    title: '研修学分证明',
    marks: [],
    number: '',
    blocks: [
      { kind: 'paragraph', text: `兹证明${school}${name}参加${organiser}开设的研修课程“${title}”，于${dayInWords(earnedOn)}结束，到课达到要求，记${tier}“${field}”${credits} 学分。` }, // prettier-ignore
      { kind: 'paragraph', text: `依据：${evidence}。` },
      { kind: 'paragraph', text: `查验码 ${codeInGroups(code)}，可在 ${siteAddress}/verify/${code} 查验真伪。` },
    ],
    signature: organiser,
    day: earnedOn,
    contact: '',
    about: [],
  }
}
