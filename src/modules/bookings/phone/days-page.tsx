import { ask } from '#phone/ask.ts'
import { dayWords, timeOf, todayHere } from '#phone/clock.ts'
import { Shown } from '#phone/pieces.tsx'
import { routeTo } from '#phone/route-to.ts'
import { useAsked } from '#phone/use-ask.ts'
import type { calendarApi, OwnEntry } from '../calendar.contract.ts'
import { daysAhead } from '../own-days.rules.ts'
import { Lines } from './lines.tsx'

/** Where one has to be today and in the coming two weeks, and how to get there. */
export default function DaysPage() {
  const asked = useAsked(() => ask<typeof calendarApi.mine>('GET /api/my/calendar', {}), [], 'days')
  return (
    <>
      <header>
        <h1>我的日程</h1>
        <p className="quiet">今天和以后两周：上课、代课、教研、研修、预约和要办的事</p>
      </header>
      <Shown asked={asked}>{({ entries }) => <Days entries={entries} today={todayHere()} />}</Shown>
    </>
  )
}

function Days({ entries, today }: { entries: readonly OwnEntry[]; today: string }) {
  return daysAhead(entries, today).map(({ day, entries: own }) =>
    own.length === 0 ? (
      <section key={day}>
        <h2>{dayWords(day, today)}</h2>
        <p>今天没有安排。</p>
      </section>
    ) : (
      <Lines key={day} title={dayWords(day, today)} rows={own}>
        {(entry) => <Entry entry={entry} />}
      </Lines>
    ),
  )
}

function Entry({ entry: { title, place, spot, fromAt, untilAt, isDue } }: { entry: OwnEntry }) {
  const when =
    fromAt !== null && untilAt !== null ? `${timeOf(fromAt)}–${timeOf(untilAt)}` : isDue ? '这天截止' : '全天'
  return (
    <div className="m-what">
      <span className="m-when">{when}</span>
      <span>{title}</span>
      {place && <span className="quiet m-small">{place}</span>}
      {spot && (
        <>
          {spot.address && <span className="quiet m-small">{spot.address}</span>}
          <a className="m-link" href={routeTo(spot)} target="_blank" rel="noreferrer">
            去{spot.name}的路线（高德地图）
          </a>
        </>
      )}
    </div>
  )
}
