import { dayInWords } from '#shared/day.ts'
import { schoolYearName } from '#shared/school-year.ts'
import type { About, StoredPart } from '#platform/about.ts'
import { listUnitNames } from '#modules/organizations/index.ts'
import { listStated } from './wish-facts.sql.ts'
import type { Attitude } from './wish.contract.ts'

export const attitudeWords: Record<Attitude, string> = {
  willing: '愿意',
  neutral: '都可以',
  reluctant: '尽量不去',
  refuses: '不去',
}

/** What a teacher has wished over the years, and asked to be exempt for; for the teacher's own eyes. */
export const wishAbout: About = {
  name: 'rotation-planning.wishes',
  list: async (ctx, { teacher }) => {
    if (!teacher) return []
    const stated = await ctx.asOwner((db) => listStated(db, teacher))
    const names = await listUnitNames(
      ctx.db,
      stated.flatMap(({ ranked }) => ranked),
    )
    const nameOf = (id: number) => names.find((unit) => unit.id === id)?.name ?? ''
    const wishes: StoredPart = {
      title: '交流轮岗意愿',
      purpose: '用于排一学年的轮岗方案；本校校长、联络员和学区办看得到。',
      columns: ['学年', '意愿', '理由', '志愿学校', '说明', '填写人', '填写日期'],
      rows: stated.map((one) => [
        schoolYearName(one.schoolYear),
        attitudeWords[one.attitude],
        one.why ?? '—',
        one.ranked.map(nameOf).join('、') || '—',
        one.note ?? '—',
        one.statedBy,
        dayInWords(one.statedOn),
      ]),
    }
    return [wishes]
  },
}
