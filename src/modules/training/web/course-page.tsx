import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { calendarAddress } from '#shared/calendar-address.ts'
import { useAct } from '#ui/act.ts'
import { useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { FactList } from '#ui/fact-list.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { courseApi, type CoursePage as Course, type Participant, type SessionLine } from '../course.contract.ts'
import { courseWords } from './course-words.ts'
import { State } from './courses-page.tsx'
import { AddSide, CourseSide, MarkSide } from './sides.ts'
import './training.css'
import { dayOfInstant, timesOf } from './when.ts'

/** One course: when, who takes part, who came, and what became of its credits. */
export default function CoursePage() {
  const courseId = useParam('courseId')
  const { data: page } = useSuspenseQuery(asQuery(courseApi.read, { params: { courseId } }))
  const { course, plan, can } = page
  const [doing, setDoing] = useState<'change' | 'add' | SessionLine>()
  const close = () => setDoing(undefined)
  return (
    <Page
      title={course.title}
      crumbs={[{ text: course.unitName, to: places.training(course) }]}
      lead={<State course={course} />}
      acts={<Acts page={page} onChange={() => setDoing('change')} />}
    >
      <Facts page={page} onMark={setDoing} />
      <Finish page={page} />
      <People page={page} onAdd={() => setDoing('add')} />
      <Declarations page={page} />
      {doing === 'change' && plan && <CourseSide unitId={course.unitId} plan={plan} page={page} onClose={close} />}
      {doing === 'add' && <AddSide courseId={course.id} onClose={close} />}
      {typeof doing === 'object' && can.includes('mark') && <MarkSide page={page} session={doing} onClose={close} />}
    </Page>
  )
}

function Acts({ page: { course, can }, onChange }: { page: Course; onChange: () => void }) {
  const t = useWords(courseWords)
  const navigate = useNavigate()
  const params = { params: { courseId: course.id } }
  const enrol = useAct(courseApi.enrol, { done: (reply) => t('enrolled', reply) })
  const leave = useAct(courseApi.leave, { done: () => t('left') })
  const { to, params: where } = places.training(course)
  const drop = useAct(courseApi.drop, {
    done: () => t('dropped'),
    then: () => void navigate({ to, params: where as never }),
  })
  return (
    <>
      {can.includes('change') && course.people === 0 && (
        <Button onClick={() => drop.mutate(params)} loading={drop.isPending}>
          {t('drop')}
        </Button>
      )}
      <a href={calendarAddress('training', course.id)} download>
        {t('calendar')}
      </a>
      {can.includes('change') && <Button onClick={onChange}>{t('change')}</Button>}
      {can.includes('leave') && (
        <Button onClick={() => leave.mutate(params)} loading={leave.isPending}>
          {t('leave')}
        </Button>
      )}
      {can.includes('enrol') && (
        <Button type="primary" onClick={() => enrol.mutate(params)} loading={enrol.isPending}>
          {t('enrol')}
        </Button>
      )}
    </>
  )
}

interface FactsGiven {
  page: Course
  onMark: (session: SessionLine) => void
}

function Facts({ page: { course, credits, sessions, plan, can }, onMark }: FactsGiven) {
  const t = useWords(courseWords)
  const { people, capacity, hours } = course
  const marking: Column<SessionLine> = {
    key: 'mark',
    title: t('participants'),
    acts: true,
    cell: (session) => (
      <Button
        type="link"
        size="small"
        aria-label={t('markTitle', { day: timesOf(session) })}
        disabled={people === 0}
        onClick={() => onMark(session)}
      >
        {t('mark')}
      </Button>
    ),
  }
  return (
    <section aria-label={t('facts')}>
      {course.mine && <p>{t('isMine')}</p>}
      {course.words && <p>{course.words}</p>}
      <FactList
        facts={[
          [t('tier'), course.tier],
          [t('field'), course.field],
          ...([course.stage, course.subject].some(Boolean)
            ? [[t('course'), [course.stage, course.subject].filter(Boolean).join(' ')] as const]
            : []),
          [t('people'), capacity === null ? t('persons', { people }) : t('ofCapacity', { people, capacity })],
          [
            t('earns'),
            plan
              ? `${t('creditsOf', { n: credits })}（${t('creditsHint', { hours, per: plan.hoursPerCredit })}）`
              : '—',
          ],
        ]}
      />
      <RuledTable
        caption={t('sessions')}
        rows={sessions}
        rowKey={({ id }) => id}
        columns={[
          { key: 'when', title: t('when'), heads: true, cell: timesOf },
          { key: 'hours', title: t('hours'), numeric: true, cell: (one) => one.hours },
          { key: 'place', title: t('place'), cell: ({ place }) => place },
          { key: 'trainer', title: t('trainer').replace('（可不填）', ''), cell: ({ trainer }) => trainer || '—' },
          ...(can.includes('mark') ? [marking] : []),
        ]}
      />
    </section>
  )
}

/** What the organiser does when it is over. */
function Finish({ page: { course, can, plan } }: { page: Course }) {
  const t = useWords(courseWords)
  const finish = useAct(courseApi.finish, { done: (reply) => t(reply.declared ? 'declared' : 'given', reply) })
  if (!can.includes('finish') || !plan) return null
  const declares = course.tier === '学区集团'
  const min = plan.minAttendance
  return (
    <section className="training-finish">
      <p>{declares ? t('declareLead', { min }) : t('giveLead', { min, tier: course.tier })}</p>
      <Button
        type="primary"
        loading={finish.isPending}
        onClick={() => finish.mutate({ params: { courseId: course.id } })}
      >
        {t(declares ? 'declare' : 'give')}
      </Button>
    </section>
  )
}

interface PeopleGiven {
  page: Course
  onAdd: () => void
}

function People({ page: { people, sessions, can }, onAdd }: PeopleGiven) {
  const t = useWords(courseWords)
  if (people.length === 0 && !can.includes('add')) return null
  const ofSessions = sessions.map((session, n): Column<Participant> => ({
    key: session.id,
    title: t('nth', { n: n + 1 }),
    className: 'still',
    cell: ({ attended }) => t(attended.includes(session.id) ? 'present' : 'absent'),
  }))
  return (
    <section className="training-section">
      <div className="section-head">
        <h2>{t('participants')}</h2>
        {can.includes('add') && <Button onClick={onAdd}>{t('add')}</Button>}
      </div>
      {people.some(({ masked }) => masked) && <p className="quiet">{t('masked')}</p>}
      {people.length === 0 ? (
        <p className="quiet">{t('noPeople')}</p>
      ) : (
        <RuledTable
          caption={t('participants')}
          quiet
          rows={people}
          rowKey={({ teacherId }) => teacherId}
          columns={[
            { key: 'name', title: t('teacher'), heads: true, className: 'still', cell: ({ name }) => name },
            { key: 'school', title: t('school'), cell: ({ schoolName }) => schoolName },
            ...ofSessions,
            { key: 'came', title: t('came'), numeric: true, cell: ({ hours }) => hours },
            { key: 'earns', title: t('earns'), numeric: true, cell: ({ credits }) => credits },
          ]}
        />
      )}
    </section>
  )
}

function Declarations({ page: { declarations } }: { page: Course }) {
  const t = useWords(courseWords)
  if (declarations.length === 0) return null
  return (
    <section className="training-section">
      <h2>{t('declarations')}</h2>
      <ul>
        {declarations.map((one) => (
          <li key={one.declaredAt}>
            {t('declaredLine', { day: dayOfInstant(one.declaredAt), by: one.declaredBy })}
            {one.decidedAt !== null &&
              `；${t(one.state === '已认定' ? 'recognisedLine' : 'returnedLine', {
                day: dayOfInstant(one.decidedAt),
                tier: one.countsAs ?? '',
                number: one.number ?? '—',
                reason: one.reason ?? '—',
              })}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
