import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { dayAfter } from '#shared/day.ts'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { useAddress, useParam } from '#ui/address.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { TableSkeleton } from '#ui/skeleton.tsx'
import { useWords } from '#ui/words.ts'
import { gapApi } from '../gap.contract.ts'
import { CountsPart } from './counts-part.tsx'
import { coverWords } from './cover-words.ts'
import { shortDay } from './day-words.ts'
import { GapTable } from './gap-table.tsx'
import { PostsPart } from './posts-part.tsx'
import { RulePart } from './rule-part.tsx'
import { AbsenceSide } from './sides.ts'
import { TimetablesPart } from './timetables-part.tsx'
import './cover.css'

export type Board = Received<typeof gapApi.board>

/** A week of a cluster or of one school: which lessons are missed, who gives them, and what was given for one another. */
export default function CoverPage() {
  const t = useWords(coverWords)
  const ofCluster = useParam('unitId')
  const unitId = Number(ofCluster || useParam('schoolId'))
  const [at] = useAddress()
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const { data, error } = useQuery(
    asQuery(gapApi.board, { params: { unitId }, query: at['day'] ? { day: at['day'] } : {} }),
  )
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: ofCluster ? places.cluster(unitId) : places.school(unitId) }]}
      {...(data && { lead: <Lead data={data} /> })}
      acts={data && <Acts unitId={unitId} data={data} />}
    >
      <ProblemNote error={error} />
      {data ? (
        <>
          <section aria-labelledby="gaps" className="cover-part">
            <div className="section-head">
              <h2 id="gaps">{t('gaps')}</h2>
              <Weeks data={data} />
            </div>
            <GapTable gaps={data.gaps} withSchool={ofCluster !== ''} />
          </section>
          <CountsPart unitId={unitId} year={data.schoolYear} />
          <PostsPart unitId={unitId} mayAdd={data.can.includes('post')} />
          {ofCluster !== '' && <TimetablesPart data={data} />}
          <RulePart unitId={unitId} data={data} />
        </>
      ) : (
        !error && <TableSkeleton rows={8} columns={5} />
      )}
    </Page>
  )
}

function Lead({ data: { gaps, monday } }: { data: Board }) {
  const t = useWords(coverWords)
  const count = (state: string) => gaps.filter((gap) => gap.state === state).length
  const facts = { monday: shortDay(monday), n: gaps.length, taken: count('taken'), nobody: count('nobody') }
  return <>{t(gaps.length === 0 ? 'leadNone' : 'leadWeek', facts)}</>
}

function Acts({ unitId, data }: { unitId: number; data: Board }) {
  const t = useWords(coverWords)
  const [isReporting, setReporting] = useState(false)
  return (
    <>
      {data.ownSchoolId !== null && <Go to={places.coverMine}>{t('mine')}</Go>}
      {data.can.includes('report') && (
        <Button type="primary" onClick={() => setReporting(true)}>
          {t('report')}
        </Button>
      )}
      <AbsenceSide schoolId={unitId} today={data.today} open={isReporting} onClose={() => setReporting(false)} />
    </>
  )
}

function Weeks({ data: { monday, today } }: { data: Board }) {
  const t = useWords(coverWords)
  const [, go] = useAddress()
  const isNow = monday <= today && today <= dayAfter(monday, 6)
  return (
    <p className="row-acts no-print">
      <Button size="small" onClick={() => go({ day: dayAfter(monday, -7) })}>
        {t('before')}
      </Button>
      {!isNow && (
        <Button size="small" onClick={() => go({ day: undefined })}>
          {t('now')}
        </Button>
      )}
      <Button size="small" onClick={() => go({ day: dayAfter(monday, 7) })}>
        {t('after')}
      </Button>
    </p>
  )
}
