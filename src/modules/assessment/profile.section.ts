import type { Block, Table } from '#shared/block.ts'
import { schoolYearName } from '#shared/school-year.ts'
import type { Section } from '#platform/section.ts'
import { listKindsOfYear, type KindOfYear } from '#modules/organizations/index.ts'
import { lineOf, readReportFigures, valueOf, type ReportFigures } from './report-figures.actions.ts'
import { amountInWords, chartOf, columnOf, lineInWords } from './report-words.rules.ts'

/** Who belongs to the cluster: schools by kind, campuses, pupils, teachers, and how the schools were appraised. */
export const profileSection: Section = {
  name: 'assessment.profile',
  order: 10,
  title: '基本概况',
  build: async (ctx, scope) => {
    const figures = await readReportFigures(ctx, scope)
    const kinds = await listKindsOfYear(ctx.db, scope.unitId, scope.schoolYear)
    return [...membersIn(figures, kinds), ...appraisalsIn(figures)]
  },
}

const sum = (kinds: readonly KindOfYear[], key: 'schools' | 'campuses' | 'pupils') =>
  kinds.reduce((all, kind) => all + (kind[key] ?? 0), 0)

function membersIn(figures: ReportFigures, kinds: readonly KindOfYear[]): Block[] {
  const text = membersInWords(figures, kinds)
  const paragraph: Block = { kind: 'paragraph', key: 'profile.members', text }
  return kinds.length === 0 ? [paragraph] : [paragraph, kindsTable(figures, kinds)]
}

function membersInWords(figures: ReportFigures, kinds: readonly KindOfYear[]): string {
  const { name } = figures.statistics.unit
  const year = schoolYearName(figures.year)
  if (kinds.length === 0) return `${year}，${name}还没有登记成员校。`
  const campuses = sum(kinds, 'campuses')
  const told = kinds.map(({ kind, schools }) => `${kind ?? '办学类型未填报'}${schools}所`)
  const size = `${sum(kinds, 'schools')}所${campuses > 0 ? `（${campuses}个校区）` : ''}`
  const pupils = sum(kinds, 'pupils')
  const people = [
    lineInWords(lineOf(figures, 'teachers')),
    ...(pupils > 0 ? [`在校学生（含在园幼儿）${amountInWords(pupils, '人')}`] : []),
  ]
  return `${year}，${name}有成员校${size}，其中${told.join('、')}。${people.join('；')}。`
}

function kindsTable({ year }: ReportFigures, kinds: readonly KindOfYear[]): Table {
  const rows = kinds.map(({ kind, schools, campuses, pupils }) => [kind ?? '未填报', schools, campuses, pupils])
  const total = ['合计', sum(kinds, 'schools'), sum(kinds, 'campuses'), sum(kinds, 'pupils')]
  return {
    kind: 'table',
    title: `${schoolYearName(year)}成员校构成`,
    columns: [{ title: '办学类型' }, columnOf('学校', '所'), columnOf('校区', '个'), columnOf('在校学生', '人')],
    rows: [...rows, total],
    note: '注：办学类型、校区数、在校学生数以本学年台账填报为准；在校学生含在园幼儿。',
  }
}

/** How the district appraised the schools, where it did in that year. */
function appraisalsIn(figures: ReportFigures): Block[] {
  const share = lineOf(figures, 'excellent_share')
  const appraised = valueOf(figures, 'appraised_schools')
  const excellent = valueOf(figures, 'excellent_schools')
  if (!appraised || excellent === null) return []
  const text = `在区办学绩效考核中，${appraised}所学校参加考核，${excellent}所为优秀，${lineInWords(share)}。`
  const chart = chartOf([share], figures.years)
  return [{ kind: 'paragraph', key: 'profile.appraisals', text }, ...(chart ? [chart] : [])]
}
