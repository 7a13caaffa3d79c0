import type { Cell, Document } from '#shared/block.ts'
import { dayInWords } from '#shared/day.ts'
import { schoolYearName } from '#shared/school-year.ts'

/** A rotation as the district's form has it. */
export interface FiledLine {
  name: string
  staffNo: string
  fromSchool: string
  toSchool: string
  subject: string | null
  title: string | null
  backbone: string | null
  form: string
  ftePercent: number | null
  weeklyLessons: number | null
  startOn: string
  endOn: string | null
  groupNo: string | null
  relationMoved: boolean | null
  status: string
  note: string | null
}

const yesNo = (value: boolean | null): Cell => (value === null ? null : value ? '是' : '否')

/** The columns of the form, in its order. */
export const filingColumns: readonly { title: string; kind?: 'day'; of: (line: FiledLine, at: number) => Cell }[] = [
  { title: '序号', of: (_, at) => at + 1 },
  { title: '姓名', of: ({ name }) => name },
  { title: '工号', of: ({ staffNo }) => staffNo },
  { title: '流出学校', of: ({ fromSchool }) => fromSchool },
  { title: '流入学校', of: ({ toSchool }) => toSchool },
  { title: '学科', of: ({ subject }) => subject },
  { title: '职称', of: ({ title }) => title },
  { title: '是否骨干', of: ({ backbone }) => (backbone ? '是' : '否') },
  { title: '骨干类别', of: ({ backbone }) => backbone },
  { title: '交流方式', of: ({ form }) => form },
  { title: '工作量%', of: ({ ftePercent }) => ftePercent },
  { title: '每周课时', of: ({ weeklyLessons }) => weeklyLessons },
  { title: '开始日期', kind: 'day', of: ({ startOn }) => startOn },
  { title: '结束日期', kind: 'day', of: ({ endOn }) => endOn },
  { title: '组团编号', of: ({ groupNo }) => groupNo },
  { title: '人事关系是否转移', of: ({ relationMoved }) => yesNo(relationMoved) },
  { title: '状态', of: ({ status }) => status },
  { title: '备注', of: ({ note }) => note },
]

export interface FilingFacts {
  unitName: string
  year: number
  /** Of one batch. */
  batch: { title: string; council: string | null; district: string | null } | null
  day: string
}

const shortDay = (day: string) => day.slice(2).replaceAll('-', '.')

/** The form as a document: on a page as narrow as it is the columns that a bureau reads first; all of them are in the workbook. */
export function filingDocument(lines: readonly FiledLine[], { unitName, year, batch, day }: FilingFacts): Document {
  const backbone = lines.filter((one) => one.backbone !== null).length
  const papers = [batch?.council && `理事会决定${batch.council}`, batch?.district && `区批准${batch.district}`]
  const based = papers.filter(Boolean).join('，')
  return {
    title: `${unitName}${schoolYearName(year)}教师交流轮岗备案表`,
    marks: batch ? [`（${batch.title}）`] : [],
    number: '',
    blocks: [
      { kind: 'paragraph', text: `共 ${lines.length} 人，其中骨干教师 ${backbone} 人，组团 ${groupsIn(lines)} 个。${based ? `${based}。` : ''}` }, // prettier-ignore
      {
        kind: 'table',
        title: '交流轮岗教师',
        columns: ['序号', '姓名', '流出学校', '流入学校', '学科', '职称', '骨干', '方式', '起止'].map((title) => ({
          title,
        })),
        rows: lines.map((one, at) => [
          String(at + 1),
          one.name,
          one.fromSchool,
          one.toSchool,
          one.subject,
          one.title,
          one.backbone,
          one.form,
          `${shortDay(one.startOn)}－${one.endOn ? shortDay(one.endOn) : ''}`,
        ]),
        note: '工号、组团编号、人事关系和工作量见同名 Excel 备案表。',
      },
    ],
    signature: `${unitName}办公室`,
    day,
    contact: '',
    about: [{ name: '生成日期', text: dayInWords(day) }],
  }
}

const groupsIn = (lines: readonly FiledLine[]): number =>
  new Set(lines.flatMap(({ groupNo }) => (groupNo ? [groupNo] : []))).size
