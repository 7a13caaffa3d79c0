import { Button } from 'antd'
import { rhythmsMeet, weekdayName } from '#shared/week.ts'
import type { Bell } from '#shared/bells.ts'
import { useWords } from '#ui/words.ts'
import type { LessonFields } from '../lesson.contract.ts'
import { lessonWords } from './lesson-words.ts'

interface Given {
  lessons: readonly LessonFields[]
  bells: readonly Bell[]
  /** What is set by pressing a period. */
  said: Pick<LessonFields, 'weeks' | 'what'>
  onChange: (lessons: LessonFields[]) => void
}

type Place = Pick<LessonFields, 'weekday' | 'fromTime' | 'untilTime'>

const isAt = (a: Place, b: Place): boolean =>
  a.weekday === b.weekday && a.fromTime === b.fromTime && a.untilTime === b.untilTime

/** Sets a lesson, or takes away what is given in these weeks already. */
function pressed({ lessons, said }: Given, place: Place): LessonFields[] {
  const inTheWay = (one: LessonFields) => isAt(one, place) && rhythmsMeet(one.weeks, said.weeks)
  return lessons.some(inTheWay) ? lessons.filter((one) => !inTheWay(one)) : [...lessons, { ...place, ...said }]
}

/** A week with its days across and its periods down, to be pressed. */
export function LessonGrid(given: Given) {
  const t = useWords(lessonWords)
  const { lessons, bells } = given
  const last = Math.max(5, ...lessons.map(({ weekday }) => weekday))
  const days = Array.from({ length: last }, (_, at) => at + 1)
  return (
    <table className="lesson-grid">
      <caption className="unseen">{t('grid')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('period')}</th>
          {days.map((day) => (
            <th key={day} scope="col">
              {weekdayName(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bells.map(({ period, fromTime, untilTime }) => (
          <tr key={period}>
            <th scope="row">
              {t('periodN', { n: period })}
              <span>{`${fromTime}–${untilTime}`}</span>
            </th>
            {days.map((weekday) => (
              <Cell key={weekday} given={given} place={{ weekday, fromTime, untilTime }} period={period} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ given, place, period }: { given: Given; place: Place; period: number }) {
  const t = useWords(lessonWords)
  const here = given.lessons.filter((one) => isAt(one, place))
  const words = here.map(({ weeks, what }) => `${what || t('lesson')}${weeks === '每周' ? '' : `（${weeks[0]}）`}`)
  const where = t('cell', { day: weekdayName(place.weekday), n: period })
  return (
    <td>
      <button
        type="button"
        aria-pressed={here.length > 0}
        aria-label={[where, ...words].join('，')}
        onClick={() => given.onChange(pressed(given, place))}
      >
        {words.join('、')}
      </button>
    </td>
  )
}

/** Lessons that begin or end at other times than the periods of the school. */
export function OtherLessons({ lessons, bells, onChange }: Omit<Given, 'said'>) {
  const t = useWords(lessonWords)
  const isOnBells = ({ fromTime, untilTime }: LessonFields) =>
    bells.some((bell) => bell.fromTime === fromTime && bell.untilTime === untilTime)
  const others = lessons.filter((one) => !isOnBells(one))
  if (others.length === 0) return null
  return (
    <div>
      <p>{t('others')}</p>
      <ul className="open-days">
        {others.map((one, at) => {
          const lesson = `${weekdayName(one.weekday)} ${one.fromTime}–${one.untilTime}${one.weeks === '每周' ? '' : `（${one.weeks}）`} ${one.what}`
          return (
            <li key={at}>
              {lesson}{' '}
              <Button
                type="link"
                size="small"
                aria-label={t('removeOf', { lesson })}
                onClick={() => onChange(lessons.filter((other) => other !== one))}
              >
                {t('remove')}
              </Button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
