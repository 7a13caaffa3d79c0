import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { FactList } from '#ui/fact-list.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import type { Member } from '../member.contract.ts'
import { studioApi, type Studio } from '../studio.contract.ts'
import type { Task } from '../task.contract.ts'
import { AppraisalSection } from './appraisal-section.tsx'
import { MemberSection } from './member-section.tsx'
import { today } from './moment.ts'
import { AppraisalSide, DoneSide, EndSide, LeaveSide, MemberSide, StudioSide, TaskSide } from './sides.ts'
import { studioWords } from './studio-words.ts'
import { TaskSection } from './task-section.tsx'
import './studios.css'
import { studioPlaces } from './studio-places.ts'

/** What somebody is about to do, with what it is about. */
export type Doing =
  | { what: 'change' | 'end' | 'members' | 'task' | 'appraise' }
  | { what: 'leave'; member: Member }
  | { what: 'finish'; task: Task }

/** A studio: who is in it, what it does in a school year, and what was said of that. */
export default function StudioPage() {
  const t = useWords(studioWords)
  const studioId = useParam('studioId')
  const [at, go] = useAddress()
  const [doing, setDoing] = useState<Doing>()
  const year = asNumber(at['year']) ?? schoolYearOf(today())
  const { data: studio } = useSuspenseQuery(asQuery(studioApi.read, { params: { studioId }, query: { year } }))
  const { unit, unitId, name, line, field } = studio
  return (
    <Page
      title={name}
      tag={studio.sample && <SampleTag />}
      crumbs={[
        { text: unit, to: places.cluster(unitId) },
        { text: t('title'), to: studioPlaces.studios(unitId, year) },
      ]}
      lead={`${line}，${field}`}
      acts={<YearPicker year={year} years={studio.years} onPick={(picked) => go({ year: picked })} />}
    >
      <div>
        {studio.endedOn !== null && (
          <p className="studio-note">
            {t('endedNote', { day: dayInWords(studio.endedOn), why: studio.endedWhy ?? '' })}
          </p>
        )}
        <Acts studio={studio} onDo={setDoing} />
        <Facts studio={studio} />
        <TaskSection studio={studio} onDo={setDoing} />
        <MemberSection studio={studio} onDo={setDoing} />
        <AppraisalSection studio={studio} onDo={setDoing} />
      </div>
      <Sides studio={studio} doing={doing} onClose={() => setDoing(undefined)} />
    </Page>
  )
}

function Acts({ studio: { can, endedOn }, onDo }: { studio: Studio; onDo: (what: Doing) => void }) {
  const t = useWords(studioWords)
  if (!can.includes('keep')) return null
  return (
    <div className="studio-tools no-print">
      <Button onClick={() => onDo({ what: 'change' })}>{t('change')}</Button>
      {endedOn === null && <Button onClick={() => onDo({ what: 'end' })}>{t('end')}</Button>}
    </div>
  )
}

function Facts({ studio }: { studio: Studio }) {
  const t = useWords(studioWords)
  const { host, kind, from, until, about } = studio
  return (
    <>
      <FactList
        facts={[
          [t('host'), host.name],
          [t('school'), host.school],
          [t('period'), t('periodOf', { from: dayInWords(from), until: dayInWords(until) })],
          [t('kind'), kind],
          [t('members'), t('membersOf', studio)],
        ]}
      />
      {about !== '' && <p className="studio-text">{about}</p>}
    </>
  )
}

function Sides({ studio, doing, onClose }: { studio: Studio; doing: Doing | undefined; onClose: () => void }) {
  const given = { studio, onClose }
  switch (doing?.what) {
    case 'change':
      return <StudioSide unitId={studio.unitId} {...given} />
    case 'end':
      return <EndSide {...given} />
    case 'members':
      return <MemberSide {...given} />
    case 'task':
      return <TaskSide {...given} />
    case 'appraise':
      return <AppraisalSide {...given} />
    case 'leave':
      return <LeaveSide {...given} member={doing.member} />
    case 'finish':
      return <DoneSide {...given} task={doing.task} />
    case undefined:
      return null
  }
}
