import type { Block, Document } from '#shared/block.ts'
import { cellInWords, headInWords, numbered } from '#shared/block-words.ts'
import type { Place } from '#shared/access.ts'
import { dayInWords, dayOf } from '#shared/day.ts'
import type { Problem } from '#shared/problem.ts'
import type { UnitSubject } from '#modules/organizations/unit.contract.ts'
import { publishingProblems } from './problems.ts'
import type { Change, ReportLine, reportVerbs, RuleVersion } from './report.contract.ts'

export type Status = ReportLine['status']
type Verb = (typeof reportVerbs)[number]

/** A report with the cluster it speaks for, as far as deciding about it needs. */
export interface ReportSubject {
  status: Status
  unit: Pick<UnitSubject, 'id' | 'kind' | 'districtId' | 'clusterIds'>
}

export const placeOfCluster = ({ id, districtId, clusterIds }: ReportSubject['unit']): Place => ({
  unitId: id,
  districtId,
  clusterIds,
})

const steps: Record<Status, readonly Verb[]> = {
  draft: ['edit', 'issue', 'drop'],
  issuing: [],
  issued: ['withdraw', 'correct'],
  withdrawn: ['correct'],
}

export const stepsOpen = (status: Status): readonly Verb[] => steps[status]

/** Why a step cannot be taken with a report that stands so. */
export function whyNot(verb: Verb, { status, jobId }: { status: Status; jobId: string | null }): Problem | undefined {
  if (!steps[status].includes(verb)) {
    if (status === 'issuing') return publishingProblems.beingMade()
    return verb === 'withdraw' || verb === 'correct' ? publishingProblems.notIssued() : publishingProblems.notADraft()
  }
  return jobId === null ? undefined : publishingProblems.beingMade()
}

/** What a document is put together from. */
export interface Told {
  status: Status
  title: string
  number: string
  edition: number
  signature: string
  signedOn: string | null
  contact: string
  figuresDay: string
  rules: readonly RuleVersion[]
  blocks: readonly Block[]
  former: { number: string; edition: number; issuedAt: Date | null } | undefined
}

/** The document as it would go out: the office's words in place of the generated, the rest as it was counted. `final`: no draft any more. */
export function documentOf(told: Told, words: ReadonlyMap<string, string>, final: boolean): Document {
  const { title, number, signature, contact, figuresDay, signedOn } = told
  return {
    title,
    number,
    signature,
    contact,
    marks: [...editionMark(told), ...(final ? [] : ['（草稿，尚未发布）'])],
    blocks: told.blocks.map((block) => worded(block, words)),
    day: signedOn ?? figuresDay,
    about: aboutFigures(told),
  }
}

function worded(block: Block, words: ReadonlyMap<string, string>): Block {
  if (block.kind !== 'paragraph' || block.key === undefined) return block
  return { ...block, text: words.get(block.key) ?? block.text }
}

/** A correction names what it corrects. */
function editionMark({ edition, former }: Told): string[] {
  if (!former) return []
  const day = former.issuedAt ? `${dayInWords(dayOf(former.issuedAt))}发布的` : ''
  return [`（第${edition}版，更正${day}${former.number}第${former.edition}版）`]
}

const versions = (rules: readonly RuleVersion[]) =>
  rules.map(({ name, version }) => `《${name}》（${version}）`).join('、')

function aboutFigures({ figuresDay, rules }: Told): Document['about'] {
  return [
    { name: '数据日期', text: `${dayInWords(figuresDay)}，按当日系统中的记录统计` },
    ...(rules.length > 0 ? [{ name: '规则版本', text: versions(rules) }] : []),
  ]
}

/** What stands before and after the sections: what this is, and how the figures came about. The latter is nobody's to reword. */
export function framed(
  sections: readonly Block[],
  facts: { unitName: string; year: string; figuresDay: string; rules: readonly RuleVersion[] },
): Block[] {
  const { unitName, year, figuresDay, rules } = facts
  const judged = rules.length > 0 ? `目标要求依据${versions(rules)}，括号内为规则版本。` : ''
  const source = `本报告的数据由各成员校台账逐条记录汇总而成，截至${dayInWords(figuresDay)}；表中“—”表示没有数据。`
  return [
    { kind: 'paragraph', key: 'lead', text: `现将${unitName}${year}的基本情况报告如下。` },
    ...sections,
    { kind: 'heading', level: 1, text: '数据说明' },
    { kind: 'paragraph', text: source + judged },
  ]
}

/** The paragraphs that may be reworded, each with the headings above it. */
export function wordable(blocks: readonly Block[]): { key: string; under: string; text: string }[] {
  const above = { 1: '', 2: '', 3: '' }
  return numbered(blocks).flatMap((block) => {
    if (block.kind === 'heading') {
      above[block.level] = block.text
      if (block.level < 3) above[3] = ''
      if (block.level < 2) above[2] = ''
    }
    if (block.kind !== 'paragraph' || block.key === undefined) return []
    return [{ key: block.key, text: block.text, under: Object.values(above).filter(Boolean).join(' ') }]
  })
}

/** A withdrawn report is the one that went out, and says on every copy that it holds no longer. */
export const withdrawnOf = (document: Document, withdrawnOn: string): Document => ({
  ...document,
  marks: [...document.marks, `（已于${dayInWords(withdrawnOn)}撤回）`],
})

/** A document is not dated before the day whose figures it tells. */
export const whyNotDated = (signedOn: string | null, figuresDay: string): string | undefined =>
  signedOn !== null && signedOn < figuresDay ? `成文日期不能早于数据日期（${dayInWords(figuresDay)}）` : undefined

/** Why words cannot take the place of what stands there: it is no longer what their writer saw, nor what they say. */
export const whyNotReword = (
  stands: { words: string; who: string | null },
  { from, words }: { from: string; words: string | null },
): Problem | undefined =>
  stands.words === from || stands.words === words ? undefined : publishingProblems.wordsMoved(stands)

/** What differs between two sets of generated blocks, as a reader would say it. */
export function changesBetween(before: readonly Block[], after: readonly Block[]): Change[] {
  const [old, now] = [factsOf(before), factsOf(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((where) => {
    const [was, is] = [old.get(where) ?? '', now.get(where) ?? '']
    return was === is ? [] : [{ where, old: was, new: is }]
  })
}

/** Every cell of a table and every paragraph, by where it stands. */
function factsOf(blocks: readonly Block[]): Map<string, string> {
  const facts = new Map<string, string>()
  for (const block of blocks)
    if (block.kind === 'table')
      for (const row of block.rows)
        block.columns.slice(1).forEach((column, index) => {
          const where = `${block.title}，${row[0]}，${headInWords(column)}`
          facts.set(facts.has(where) ? `${where} ${index + 1}` : where, cellInWords(row[index + 1], column))
        })
  for (const { key, under, text } of wordable(blocks))
    facts.set(under || key, [facts.get(under || key), text].filter(Boolean).join(''))
  return facts
}
