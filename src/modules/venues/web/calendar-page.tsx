import { useSuspenseQueries } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { dayOf } from '#shared/day.ts'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { useAddress, useParam } from '#ui/address.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { calendarApi, type CalendarDay, type CalendarTerm } from '../calendar.contract.ts'
import { monthAfter, MONTHS } from '../calendar.rules.ts'
import { Legend, monthInWords, Months } from './calendar-months.tsx'
import { Specials, Terms } from './calendar-tables.tsx'
import { calendarWords } from './calendar-words.ts'
import type { FirstDay } from './calendar-sides.tsx'
import { SpecialDaySide, TermSide } from './sides.ts'
import { StrandedSection } from './stranded-table.tsx'
import './calendar.css'
import './venues.css'

export type Calendar = Received<typeof calendarApi.read>

/** The terms of the school year, and what every day of the next months is. */
export default function CalendarPage() {
  const t = useWords(calendarWords)
  const unitId = Number(useParam('unitId'))
  const [at] = useAddress()
  const [{ data: unit }, { data }] = useSuspenseQueries({
    queries: [
      asQuery(unitApi.read, { params: { unitId } }),
      asQuery(calendarApi.read, { params: { unitId }, query: { month: at['month'] } }),
    ],
  })
  const [day, setDay] = useState<FirstDay>()
  const [term, setTerm] = useState<CalendarTerm>()
  const keeps = data.can.includes('keep')
  const onDay = ({ day, kind }: CalendarDay) => setDay(data.specials.find((one) => one.day === day) ?? { day, kind })
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId) }]}
      lead={t('lead')}
      acts={keeps && <Button onClick={() => setDay({})}>{t('addDay')}</Button>}
    >
      <div className="venue-page">
        <StrandedSection stranded={data.stranded} unitId={unitId} />
        <OpenDays days={data.open} onDay={keeps ? onDay : undefined} />
        <section>
          <Turning data={data} unitId={unitId} />
          <Legend />
          <Months months={data.months} today={dayOf(new Date())} onDay={keeps ? onDay : undefined} />
        </section>
        <Terms unitId={unitId} data={data} onTerm={setTerm} />
        <Specials unitId={unitId} data={data} onDay={setDay} />
      </div>
      {day && <SpecialDaySide open unitId={unitId} first={day} onClose={() => setDay(undefined)} />}
      {term && <TermSide open unitId={unitId} term={term} onClose={() => setTerm(undefined)} />}
    </Page>
  )
}

function Turning({ data: { month }, unitId }: { data: Calendar; unitId: number }) {
  const t = useWords(calendarWords)
  const [from, until] = [monthInWords(month), monthInWords(monthAfter(month, MONTHS - 1))]
  return (
    <div className="section-head">
      <h2>{t('months', { from, until })}</h2>
      <p className="row-acts">
        <Go to={places.schoolCalendar(unitId, monthAfter(month, -MONTHS))}>{t('earlier')}</Go>
        <Go to={places.schoolCalendar(unitId, monthAfter(month, MONTHS))}>{t('later')}</Go>
      </p>
    </div>
  )
}

/** Make-up days of which it is still to be said whose lessons they follow. */
function OpenDays({ days, onDay }: { days: readonly CalendarDay[]; onDay?: ((day: CalendarDay) => void) | undefined }) {
  const t = useWords(calendarWords)
  if (days.length === 0) return null
  return (
    <section>
      <div className="section-head">
        <h2>{t('open')}</h2>
        <p>{t('openLead')}</p>
      </div>
      <ul className="open-days">
        {days.map((day) => (
          <li key={day.day}>
            {day.words}{' '}
            {onDay && (
              <Button
                type="link"
                size="small"
                aria-label={t('settleOf', { words: day.words })}
                onClick={() => onDay(day)}
              >
                {t('settle')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
