import { useSuspenseQuery } from '@tanstack/react-query'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { uiWords } from '#ui/ui-words.ts'
import { useWords } from '#ui/words.ts'
import type { z } from 'zod'
import { teacherApi, type TeacherYear } from '../teacher.contract.ts'
import { peopleWords } from './words.ts'

type Year = z.infer<typeof TeacherYear>

/** One teacher, year by year: the facts that the figures were counted from. */
export default function TeacherPage() {
  const t = useWords(peopleWords)
  const u = useWords(uiWords)
  const teacherId = useParam('teacherId')
  const { data: teacher } = useSuspenseQuery(asQuery(teacherApi.read, { params: { teacherId } }))
  const years = [...teacher.years].sort((a, b) => b.schoolYear - a.schoolYear)
  const columns = useColumns()
  const [latest] = years
  const lead = [latest?.schoolName, latest?.subject, latest?.title, latest?.backbone].filter(Boolean).join('，')
  return (
    <Page
      title={teacher.name}
      tag={teacher.masked && <span className="masked">{u('masked')}</span>}
      {...(latest && { lead: `${lead}，${t('staffNo')} ${latest.staffNo}` })}
    >
      <RuledTable caption={t('years')} rows={years} rowKey={({ schoolYear }) => schoolYear} columns={columns} />
    </Page>
  )
}

function useColumns(): Column<Year>[] {
  const t = useWords(peopleWords)
  const u = useWords(uiWords)
  const month = (day: string | null) =>
    day ? t('month', { year: day.slice(0, 4), month: Number(day.slice(5, 7)) }) : '—'
  return [
    {
      key: 'year',
      title: t('year'),
      heads: true,
      className: 'still',
      cell: ({ schoolYear }) => u('year', { year: schoolYear }),
    },
    {
      key: 'school',
      title: t('school'),
      className: 'still',
      cell: ({ schoolId, schoolName, schoolYear }) => (
        <Go to={places.school(schoolId, { year: schoolYear })}>{schoolName}</Go>
      ),
    },
    { key: 'stage', title: t('stage'), cell: ({ stage }) => stage ?? '—' },
    { key: 'subject', title: t('subject'), cell: ({ subject }) => subject ?? '—' },
    { key: 'title', title: t('jobTitle'), className: 'still', cell: ({ title }) => title ?? '—' },
    { key: 'backbone', title: t('backbone'), className: 'still', cell: ({ backbone }) => backbone ?? '—' },
    { key: 'leader', title: t('subjectLeader'), className: 'still', cell: ({ subjectLeader }) => subjectLeader ?? '—' },
    { key: 'joined', title: t('joinedOn'), className: 'still', cell: ({ joinedOn }) => month(joinedOn) },
    { key: 'eligible', title: t('eligible'), cell: ({ eligible }) => t(eligible ? 'yes' : 'no') },
    { key: 'why', title: t('why'), cell: ({ eligibleReason }) => eligibleReason },
  ]
}
