import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import type { BellLine, Lesson } from '../timetable.contract.ts'
import { timetableWords } from './timetable-words.ts'

type Shown = Pick<Lesson, 'id' | 'weekday' | 'period' | 'subject' | 'className' | 'teacherName' | 'weeks' | 'campus'>

interface Given {
  title: string
  by: 'class' | 'teacher'
  lessons: readonly Shown[]
  bells: readonly BellLine[]
}

/** A week with its days across and its periods down: a table for every reader, and on paper. */
export function WeekGrid({ title, by, lessons, bells }: Given) {
  const t = useWords(timetableWords)
  const last = Math.max(5, ...lessons.map(({ weekday }) => weekday))
  const days = Array.from({ length: last }, (_, at) => at + 1)
  const most = Math.max(0, ...lessons.map(({ period }) => period))
  const periods = Array.from({ length: Math.max(most, Math.min(8, bells.length)) }, (_, at) => at + 1)
  const bellOf = (period: number) => bells.find((bell) => bell.period === period)
  return (
    <RuledTable
      caption={title}
      matrix
      rows={periods}
      rowKey={(period) => period}
      columns={[
        {
          key: 'period',
          title: t('period'),
          heads: true,
          className: 'still',
          cell: (period) => (
            <>
              {t('periodN', { n: period })}
              {bellOf(period) && (
                <span className="quiet bell">{`${bellOf(period)!.fromTime}–${bellOf(period)!.untilTime}`}</span>
              )}
            </>
          ),
        },
        ...days.map((day) => ({
          key: String(day),
          title: t(`day${day as 1 | 2 | 3 | 4 | 5 | 6 | 7}`),
          className: 'hour',
          cell: (period: number) =>
            lessons
              .filter((one) => one.weekday === day && one.period === period)
              .map((one) => <Hour key={one.id} lesson={one} by={by} />),
        })),
      ]}
    />
  )
}

function Hour({ lesson: { subject, className, teacherName, weeks, campus }, by }: { lesson: Shown; by: Given['by'] }) {
  const beside = [by === 'class' ? teacherName : className, weeks === '每周' ? '' : weeks, campus ?? '']
  return (
    <span className="lesson">
      <b>{subject}</b>
      <span>{beside.filter(Boolean).join('，')}</span>
    </span>
  )
}
