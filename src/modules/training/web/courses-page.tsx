import { useSuspenseQueries } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Empty } from '#ui/empty.tsx'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { placeOfUnit, places } from '#ui/places.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import { courseApi, type CourseLine } from '../course.contract.ts'
import { courseWords } from './course-words.ts'
import { CourseSide } from './sides.ts'
import './training.css'
import { daysOf } from './when.ts'

/** The courses of a cluster, a school or a district in a school year. */
export default function CoursesPage() {
  const t = useWords(courseWords)
  const unitId = Number(useParam('unitId'))
  const [at, go] = useAddress()
  const year = asNumber(at['year'])
  const [{ data: unit }, { data }] = useSuspenseQueries({
    queries: [
      asQuery(unitApi.read, { params: { unitId } }),
      asQuery(courseApi.list, { params: { unitId }, query: { year } }),
    ],
  })
  const [isMaking, setMaking] = useState(false)
  const people = data.courses.reduce((sum, course) => sum + course.people, 0)
  const mayMake = data.can.includes('make') && data.plan !== null
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: placeOfUnit(unit) }]}
      {...(data.courses.length > 0 && { lead: t('lead', { year: data.year, n: data.courses.length, people }) })}
      acts={
        <>
          {data.can.includes('recognise') && <Go to={places.recognition(unitId)}>{t('recognise')}</Go>}
          {data.can.includes('readCredits') && <Go to={places.schoolCredits(unitId)}>{t('credits')}</Go>}
          <Go to={places.ownCredits}>{t('mine')}</Go>
          <YearPicker year={data.year} years={data.years} onPick={(picked) => go({ year: picked })} />
          {mayMake && (
            <Button type="primary" onClick={() => setMaking(true)}>
              {t('make')}
            </Button>
          )}
        </>
      }
    >
      {data.plan === null && <p role="note">{t('noPlan')}</p>}
      {data.courses.length === 0 ? (
        <Empty title={t('none', { year: data.year })}>
          <p>{t(mayMake ? 'noneLead' : 'noneRead')}</p>
        </Empty>
      ) : (
        <Courses courses={data.courses} />
      )}
      {isMaking && data.plan && <CourseSide unitId={unitId} plan={data.plan} onClose={() => setMaking(false)} />}
    </Page>
  )
}

function Courses({ courses }: { courses: CourseLine[] }) {
  const t = useWords(courseWords)
  return (
    <RuledTable
      caption={t('caption')}
      quiet
      rows={courses}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          title: t('course'),
          heads: true,
          cell: ({ id, title }) => <Go to={places.trainingCourse(id)}>{title}</Go>,
        },
        { key: 'tier', title: t('tier'), className: 'still', cell: ({ tier }) => tier },
        { key: 'field', title: t('field'), className: 'still', cell: ({ field }) => field },
        { key: 'holder', title: t('holder'), cell: ({ unitName }) => unitName },
        { key: 'when', title: t('when'), cell: daysOf },
        { key: 'hours', title: t('hours'), numeric: true, cell: ({ hours }) => hours },
        {
          key: 'people',
          title: t('people'),
          numeric: true,
          className: 'still',
          cell: (one) => <Places course={one} />,
        },
        { key: 'state', title: t('state'), className: 'still', cell: (one) => <State course={one} /> },
      ]}
    />
  )
}

function Places({ course: { people, capacity } }: { course: CourseLine }) {
  const t = useWords(courseWords)
  return capacity === null ? t('persons', { people }) : t('ofCapacity', { people, capacity })
}

export function State({ course: { state, countsAs } }: { course: CourseLine }) {
  const t = useWords(courseWords)
  return state === '已认定' && countsAs ? t('countsAs', { tier: countsAs }) : state
}
