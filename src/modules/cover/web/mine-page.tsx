import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useAct } from '#ui/act.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { Empty } from '#ui/empty.tsx'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { useWords } from '#ui/words.ts'
import { absenceApi } from '../absence.contract.ts'
import { askApi } from '../ask.contract.ts'
import { timetableApi } from '../timetable.contract.ts'
import { coverWords } from './cover-words.ts'
import { whenOf } from './day-words.ts'
import { gapWords } from './gap-words.ts'
import { AbsenceSide } from './sides.ts'
import { WeekGrid } from './week-grid.tsx'
import './cover.css'

type Mine = Received<typeof askApi.mine>

/** A teacher's own, on a phone: what waits for an answer, what was promised, who is found, and the week. */
export default function MinePage() {
  const t = useWords(gapWords)
  const { data: mine } = useSuspenseQuery(asQuery(askApi.mine, {}))
  const [isLeaving, setLeaving] = useState(false)
  const { teacherId, schoolId, schoolName, today } = mine
  if (teacherId === null || schoolId === null)
    return (
      <Page title={t('mineTitle')}>
        <Empty title={t('mineNone')}>
          <p>{t('mineNoneLead')}</p>
        </Empty>
      </Page>
    )
  return (
    <Page
      title={t('mineTitle')}
      lead={schoolName}
      acts={
        <Button type="primary" size="large" onClick={() => setLeaving(true)}>
          {t('leave')}
        </Button>
      }
    >
      {mine.asks.length > 0 && <Asks mine={mine} />}
      <Taken mine={mine} />
      <Missing mine={mine} />
      <Week mine={mine} schoolId={schoolId} />
      <AbsenceSide
        schoolId={schoolId}
        today={today}
        teacherId={teacherId}
        open={isLeaving}
        onClose={() => setLeaving(false)}
      />
    </Page>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="cover-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

function Asks({ mine: { asks } }: { mine: Mine }) {
  const t = useWords(gapWords)
  const c = useWords(coverWords)
  return (
    <Part id="asks" title={t('asksOpen')}>
      <ul className="own-lines">
        {asks.map((ask) => (
          <li key={ask.id}>
            <Go to={places.coverAsk(ask.id)}>
              {c('whenLine', whenOf(ask))}，{ask.className} {ask.subject}
            </Go>
            <span className="quiet">{`${ask.schoolName}，${ask.fromTime}–${ask.untilTime}`}</span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Taken({ mine: { taken } }: { mine: Mine }) {
  const t = useWords(gapWords)
  const c = useWords(coverWords)
  return (
    <Part id="taken" title={t('taken')}>
      {taken.length === 0 && <p className="quiet">{t('noTaken')}</p>}
      <ul className="own-lines">
        {taken.map((one) => (
          <li key={one.id}>
            <span>
              {c('whenLine', whenOf(one))}，{one.className} {one.subject}
            </span>
            <span className="quiet">
              {[one.schoolName, one.campus, one.address, `${one.fromTime}–${one.untilTime}`].filter(Boolean).join('，')}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Missing({ mine: { gaps } }: { mine: Mine }) {
  const t = useWords(gapWords)
  const c = useWords(coverWords)
  const withdraw = useAct(absenceApi.withdraw, { done: ({ lessons }) => t('withdrawn', { n: lessons }) })
  const stateOf = ({ state, asked, takenName, takenSchool }: Mine['gaps'][number]) =>
    c(`state_${state}`, { asked, name: takenName, school: takenSchool })
  const absences = [...new Set(gaps.map(({ absenceId }) => absenceId))]
  return (
    <Part id="missing" title={t('missing')}>
      {gaps.length === 0 && <p className="quiet">{t('noMissing')}</p>}
      {absences.map((absenceId) => (
        <div key={absenceId} className="one-absence">
          <ul className="own-lines">
            {gaps
              .filter((gap) => gap.absenceId === absenceId)
              .map((gap) => (
                <li key={gap.id}>
                  <Go to={places.gap(gap.id)}>
                    {c('whenLine', whenOf(gap))}，{gap.className} {gap.subject}
                  </Go>
                  <span className={gap.state === 'nobody' ? 'bad' : 'quiet'}>{stateOf(gap)}</span>
                </li>
              ))}
          </ul>
          <Button loading={withdraw.isPending} onClick={() => withdraw.mutate({ params: { absenceId } })}>
            {t('withdraw')}
          </Button>
        </div>
      ))}
    </Part>
  )
}

function Week({ mine: { lessons }, schoolId }: { mine: Mine; schoolId: number }) {
  const t = useWords(gapWords)
  const { data } = useQuery(asQuery(timetableApi.read, { params: { schoolId } }))
  return (
    <section className="week">
      {lessons.length === 0 && <p className="quiet">{t('noWeek')}</p>}
      {lessons.length > 0 && (
        <WeekGrid
          title={t('week')}
          by="teacher"
          lessons={lessons.map((one) => ({ ...one, teacherName: '' }))}
          bells={data?.bells ?? []}
        />
      )}
    </section>
  )
}
