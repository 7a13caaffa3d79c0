import type { Block, Document } from '#shared/block.ts'
import { dayInWords } from '#shared/day.ts'
import type { Base, GuideContent } from './guide.contract.ts'
import { byTheme, guideStages, inSchools, isFor, type Theme } from './guide.rules.ts'

const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text })
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

/** Which bases are for which stage, on one page. */
const stageTable = (bases: readonly Base[]): Block => ({
  kind: 'table',
  title: '各学段可去的基地',
  columns: [{ title: '基地' }, { title: '主题' }, ...guideStages.map((title) => ({ title }))],
  rows: bases.map((base) => [
    base.name,
    base.themes.join('、') || null,
    ...guideStages.map((stage) => (isFor(base, stage) ? '可' : null)),
  ]),
  note: '“可”为该学段可以前往；“—”为暂不接待。',
})

const contactOf = ({ contactName, contactPhone }: Base) => [contactName, contactPhone].filter(Boolean).join('，')

function baseBlocks(base: Base): Block[] {
  const { name, kind, school, address, about, howToVisit, safety, access, agreementUntil } = base
  const lines = [
    ['类型', school ? `${kind}（${school}）` : kind],
    ['适合学段', base.stages.join('、') || '全部学段'],
    ['地址', address],
    ['联系', contactOf(base)],
    ['怎样预约', howToVisit],
    ['安全提示', safety],
    ['无障碍', access],
    ['合作期限', agreementUntil ? `至${dayInWords(agreementUntil)}` : ''],
  ]
  return [
    heading(3, name),
    ...(about ? [paragraph(about)] : []),
    ...lines
      .filter(([, words]) => words)
      .map(([what, words]) => paragraph(`${what}：${words!.replace(/[。；\s]+$/, '')}。`)),
  ]
}

const themeBlocks = ({ theme, bases, also }: Theme): Block[] => [
  heading(2, theme),
  ...bases.flatMap(baseBlocks),
  ...(also.length > 0 ? [paragraph(`同一主题的还有：${also.map(({ name }) => name).join('、')}，见其他主题。`)] : []),
]

const outsideBlocks = (bases: readonly Base[]): Block[] =>
  bases.length === 0
    ? []
    : [heading(1, '按学段查找'), stageTable(bases), heading(1, '按主题介绍'), ...byTheme(bases).flatMap(themeBlocks)]

/** What lies inside schools is booked in the platform: one table tells all there is to it. */
const schoolBlocks = (bases: readonly Base[]): Block[] =>
  bases.length === 0
    ? []
    : [
        heading(1, '校内场所'),
        paragraph('以下场所设在成员校内，其他学校可以在雁阵平台上预约。'),
        {
          kind: 'table',
          title: '可以预约的校内场所',
          columns: ['学校', '场所', '类型', '适合学段'].map((title) => ({ title })),
          rows: bases.map(({ school, name, kind, stages }) => [school, name, kind, stages.join('、') || '全部学段']),
        },
      ]

/** The guide as a document: first by stage, then by theme. `number`: of its edition; 0 for a draft. */
export function guideDocument(content: GuideContent, { number, day }: { number: number; day: string }): Document {
  const { title, preface, contact, office, bases } = content
  return {
    title,
    marks: [number > 0 ? `（第 ${number} 版）` : '（草稿，尚未定稿）'],
    number: '',
    blocks: [
      ...preface.split(/\n+/).filter(Boolean).map(paragraph),
      ...outsideBlocks(bases.filter(({ school }) => school === '')),
      ...schoolBlocks(inSchools(bases)),
    ],
    signature: office,
    day,
    contact: contact && `咨询：${contact}`,
    about: [],
  }
}
