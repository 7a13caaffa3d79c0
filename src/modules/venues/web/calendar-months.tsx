import { WEEKDAYS, weekdayOf } from '#shared/week.ts'
import { useWords } from '#ui/words.ts'
import type { CalendarDay } from '../calendar.contract.ts'
import { calendarWords } from './calendar-words.ts'

interface Month {
  month: string
  days: readonly CalendarDay[]
  unknown: readonly string[]
}

interface Given {
  months: readonly Month[]
  today: string
  /** For those who may say what a day is. */
  onDay?: ((day: CalendarDay) => void) | undefined
}

/** 2026年11月 */
export const monthInWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`

/** Some months, each as a table of weeks in which every day says what it is. */
export function Months({ months, today, onDay }: Given) {
  return (
    <div className="months">
      {months.map((month) => (
        <MonthTable key={month.month} month={month} today={today} onDay={onDay} />
      ))}
    </div>
  )
}

/** What the marks mean. */
export function Legend() {
  const t = useWords(calendarWords)
  const marks = [['isRest', '双休日'], ['isFeast', '节假日'], ['isBreak', '寒暑假'], ['isMakeUp', '补课']] as const // prettier-ignore
  return (
    <ul className="months-legend" aria-label={t('legend')}>
      {marks.map(([word, kind]) => (
        <li key={word}>
          <span className={`swatch ${classOf[kind]}`} aria-hidden="true" /> {t(word)}
        </li>
      ))}
    </ul>
  )
}

const classOf = { 双休日: 'is-rest', 节假日: 'is-feast', 寒暑假: 'is-break', 补课: 'is-make-up', 上学日: '' } as const

function MonthTable({ month: { month, days, unknown }, today, onDay }: { month: Month } & Omit<Given, 'months'>) {
  return (
    <div className="month">
      <table>
        <caption>{monthInWords(month)}</caption>
        <thead>
          <tr>
            {WEEKDAYS.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(days).map((week) => (
            <tr key={week.find((one) => one)!.day}>
              {week.map((day, at) => (day ? <Day key={at} day={day} today={today} onDay={onDay} /> : <td key={at} />))}
            </tr>
          ))}
        </tbody>
      </table>
      {unknown.map((words) => (
        <p key={words} className="quiet">
          {words}
        </p>
      ))}
    </div>
  )
}

/** The days by weeks from Monday on; where a week begins or ends in another month, nothing stands. */
function weeksOf(days: readonly CalendarDay[]): (CalendarDay | undefined)[][] {
  const before = weekdayOf(days[0]!.day) - 1
  const cells = [...Array.from({ length: before }, () => undefined), ...days]
  const weeks = Math.ceil(cells.length / 7)
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: 7 }, (_, at) => cells[week * 7 + at]))
}

interface OneDay {
  day: CalendarDay
  today: string
  onDay?: Given['onDay']
}

function Day({ day, today, onDay }: OneDay) {
  const t = useWords(calendarWords)
  const { isMakeUp, mark } = lookOf(day)
  const shown = (
    <>
      {Number(day.day.slice(8))}
      <small aria-hidden="true">{mark}</small>
    </>
  )
  return (
    <td
      className={`${classOf[isMakeUp ? '补课' : day.kind]} ${day.special ? 'is-said' : ''}`}
      {...(day.day === today && { 'aria-current': 'date' as const })}
    >
      {onDay ? (
        <button type="button" aria-label={t('changeDay', { words: day.words })} onClick={() => onDay(day)}>
          {shown}
        </button>
      ) : (
        <span title={day.words}>
          {shown} <span className="unseen">{day.kind}</span>
        </span>
      )}
    </td>
  )
}

/** A weekend says so by where it stands; every other day that is no plain school day has a mark. */
function lookOf({ day, kind, weekday }: CalendarDay): { isMakeUp: boolean; mark: string } {
  const isWeekend = weekdayOf(day) > 5
  if (kind === '节假日') return { isMakeUp: false, mark: '节' }
  if (kind === '寒暑假') return { isMakeUp: false, mark: '假' }
  if (kind === '双休日') return { isMakeUp: false, mark: isWeekend ? '' : '休' }
  const follows = weekday !== null && weekday !== weekdayOf(day) ? (WEEKDAYS[weekday - 1] ?? '') : ''
  return { isMakeUp: isWeekend || follows !== '', mark: isWeekend || follows ? `课${follows}` : '' }
}
