import type { Block, Document } from '#shared/block.ts'

const years = ['2021学年', '2022学年', '2023学年']

/** 28 characters fill a line; the first line of a paragraph is two shorter. */
export const fullLines = (lines: number): Block => ({ kind: 'paragraph', text: '测'.repeat(28 * lines - 2) })

const prose =
  '2023学年，骨干教师399人，比上年增加24人；骨干教师占比30.50%，比上年提高2.35个百分点。“紧密合作、优质共享、提质增效”的工作思路（外引内培，项目化推进）已形成架构：1个牵头校引领，3个学段轮值校负责。'

const tiers: Block = {
  kind: 'table',
  title: '学区骨干教师',
  columns: [
    { title: '学年' },
    ...['市', '区', '区后备', '区新秀', '校', '总数'].map((title) => ({ title, unit: '人', decimals: 0 })),
    { title: '占比', unit: '%', decimals: 2 },
  ],
  rows: [
    ['2021学年', 5, 63, 113, 21, 170, 372, 29.29],
    ['2022学年', 5, 64, 113, 21, 172, 375, 28.15],
    ['2023学年', null, 72, 125, 19, 178, 1399, 30.5],
  ],
  note: '注：按本学年教师名册统计。',
}

const long: Block = {
  kind: 'table',
  title: '各成员校',
  columns: [{ title: '学校' }, { title: '教师', unit: '人', decimals: 0 }, { title: '说明' }],
  rows: Array.from({ length: 40 }, (_, n) => [`第${n + 1}实验学校`, n * 31, '按台账填报']),
}

const trend: Block = {
  kind: 'chart',
  title: '骨干教师占比三年提高1.21个百分点',
  shape: 'line',
  unit: '%',
  decimals: 2,
  categories: years,
  series: [{ name: '骨干教师占比', values: [29.29, 28.15, 30.5] }],
}

const bars: Block = {
  kind: 'chart',
  title: '特色课程三年增加13门',
  shape: 'bar',
  unit: '门',
  decimals: 0,
  categories: years,
  series: [
    { name: '共建课程', values: [18, null, 24] },
    { name: '特色课程', values: [39, 49, 52] },
  ],
}

/** A report with everything that a report may hold, under the name of a cluster of 24 characters. */
export const reportDocument: Document = {
  title: '上海市闵行区颛桥镇社区学校与中小学幼儿园共建示范学区2023学年基本情况',
  marks: ['（第2版，更正2026年11月1日发布的第1版）'],
  number: '颛学办〔2026〕3号',
  signature: '上海市闵行区颛桥镇社区学校与中小学幼儿园共建示范学区办公室',
  day: '2026-11-25',
  contact: '联系人：张老师，电话：64000000',
  about: [{ name: '数据日期', text: '2026年11月25日' }],
  blocks: [
    { kind: 'paragraph', key: 'lead', text: prose },
    { kind: 'heading', level: 1, text: '基本概况' },
    { kind: 'heading', level: 2, text: '骨干教师' },
    { kind: 'heading', level: 3, text: '结构' },
    { kind: 'paragraph', text: prose + prose },
    tiers,
    trend,
    { kind: 'heading', level: 2, text: '成员校' },
    long,
    { kind: 'heading', level: 1, text: '课程' },
    { kind: 'paragraph', text: prose },
    bars,
  ],
}

/** Pages of nothing but full lines, to be measured with a ruler. */
export const fullPages: Document = {
  ...reportDocument,
  title: '满页',
  signature: '学区办公室',
  marks: [],
  number: '',
  contact: '',
  blocks: [fullLines(60)],
}
