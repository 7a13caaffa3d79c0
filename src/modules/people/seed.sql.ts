import { sql } from 'kysely'
import type { Db } from '#platform/database/database.ts'
import { FIRST_SCHOOL, type SeedCity } from '#platform/seed.ts'

const surnames = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴']
const surnamePinyin = ['wang', 'li', 'zhang', 'liu', 'chen', 'yang', 'zhao', 'huang', 'zhou', 'wu']
const givenNames = [
  '伟',
  '芳',
  '娜',
  '敏',
  '静',
  '丽',
  '强',
  '磊',
  '军',
  '洋',
  '勇',
  '艳',
  '杰',
  '娟',
  '涛',
  '明',
  '超',
  '秀',
  '霞',
  '平',
]
const givenPinyin = 'wei fang na min jing li qiang lei jun yang yong yan jie juan tao ming chao xiu xia ping'.split(' ')

/** Teachers of a made-up city: about 30 % backbone, 36 % eligible, 13 % with a senior title, in each school year. */
export const seedTeachers = (db: Db, { schools, teachers, schoolYears }: SeedCity) =>
  sql`insert into people.teacher_year (district_id, teacher_id, school_year, school_id, staff_no, name, pinyin, initials,
      gender, born_on, stage, subject, title, backbone, subject_leader, joined_on, declared_eligible, eligible, eligible_reason)
    select u.district_id, ('00000000-0000-7000-8000-' || lpad(to_hex(t), 12, '0'))::uuid, y, u.id, 'S' || lpad(t::text, 8, '0'),
      (${surnames}::text[])[1 + t % 10] || (${givenNames}::text[])[1 + (t / 10) % 20] || (${givenNames}::text[])[1 + (t / 200) % 20],
      (${surnamePinyin}::text[])[1 + t % 10] || (${givenPinyin}::text[])[1 + (t / 10) % 20] || (${givenPinyin}::text[])[1 + (t / 200) % 20],
      left((${surnamePinyin}::text[])[1 + t % 10], 1) || left((${givenPinyin}::text[])[1 + (t / 10) % 20], 1)
        || left((${givenPinyin}::text[])[1 + (t / 200) % 20], 1),
      case when t % 5 = 0 then '男' else '女' end, make_date(1966 + t % 34, 1 + t % 12, 1),
      (array['学前', '小学', '初中', '高中'])[1 + (u.id / 7) % 4], (array['语文', '数学', '英语', '体育与健康', '音乐'])[1 + (t / 3) % 5],
      (array['高级教师', '一级教师', '一级教师', '二级教师', '二级教师', '三级教师', '未评', '一级教师'])[1 + (t / 7) % 8],
      (array['市骨干', '区骨干', '区后备', '区新秀', '校骨干'])[1 + (t + y) % 17],
      case when t % 140 = 0 then '区学科带头人' end, make_date(1995 + t % 28, 9, 1),
      (t * 7 + y) % 25 < 9, (t * 7 + y) % 25 < 9, '台账填报'
    from generate_series(0, ${teachers}::int - 1) t
    join organizations.unit u on u.id = ${FIRST_SCHOOL}::int + t % ${schools}::int
    cross join unnest(${schoolYears}::int[]) y`.execute(db)
