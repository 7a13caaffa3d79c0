import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useAddress } from '#ui/address.ts'
import { addressOf, asQuery, type Received } from '#ui/api.ts'
import { inFigures } from '#ui/number.ts'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { vacancyApi, type Meeting } from '../vacancy.contract.ts'
import { AgreementTable } from './agreement-table.tsx'
import { Clause } from './clause.tsx'
import type { PartGiven } from './posts-page.tsx'
import { BySchool, OwnSchool } from './school-lines.tsx'
import { AgreeSide } from './sides.ts'
import { someOrNone } from './some.ts'
import { vacancyWords } from './vacancy-words.ts'
import { postWords } from './words.ts'

export type Vacancies = Received<typeof vacancyApi.list>

const total = <T,>(rows: readonly T[], of: (row: T) => number) => rows.reduce((sum, row) => sum + of(row), 0)

/** What schools lack and can spare, where one meets the other, and what was agreed. */
export default function VacancyPart({ unitId, year, isGroup }: PartGiven) {
  const t = useWords(postWords)
  const { data } = useSuspenseQuery(asQuery(vacancyApi.list, { params: { unitId }, query: { year } }))
  const [meeting, setMeeting] = useState<Meeting>()
  const decides = data.can.includes('decide')
  const [at, go] = useAddress()
  // The office states for one school at a time, which stands in the address; a school sees its own at once.
  const own = data.schools.filter((school) => school.own && (!decides || String(school.schoolId) === at['stating']))
  return (
    <section>
      <p className="post-head">{useLead(data, year)}</p>
      <Clause of="staff" />
      <div className="post-tools">
        <a href={addressOf(vacancyApi.export, { params: { unitId }, query: { year } })} download>
          {t('export')}
        </a>
      </div>
      {own.map((school) => (
        <OwnSchool
          key={school.schoolId}
          school={school}
          data={data}
          year={year}
          {...(decides && { onDone: () => go({ stating: undefined }, 'replace') })}
        />
      ))}
      <BySubject data={data} />
      <Meetings data={data} {...(decides && { onAgree: setMeeting })} />
      <AgreementTable agreements={data.agreements} decides={decides} />
      <BySchool data={data} onState={(schoolId) => go({ stating: schoolId }, 'replace')} />
      {meeting && (
        <AgreeSide
          unitId={unitId}
          year={year}
          isGroup={isGroup}
          meeting={meeting}
          onClose={() => setMeeting(undefined)}
        />
      )}
    </section>
  )
}

function useLead({ schools, sums, meetings }: Vacancies, year: number): string {
  const v = useWords(vacancyWords)
  const stated = schools.filter(({ statedAt }) => statedAt !== null).length
  if (stated === 0) return v('leadNone', { year })
  return v('lead', {
    stated,
    all: schools.length,
    lack: total(sums, ({ lack }) => lack),
    spare: total(sums, ({ spare }) => spare),
    meet: total(meetings, ({ n }) => n),
    agreed: total(sums, ({ agreed }) => agreed),
    left: total(sums, ({ left }) => left),
  })
}

function BySubject({ data: { sums } }: { data: Vacancies }) {
  const t = useWords(postWords)
  const v = useWords(vacancyWords)
  if (sums.length === 0) return null
  const count = (key: 'established' | 'filled' | 'lack' | 'spare' | 'agreed' | 'left') => ({
    key,
    title: v(key),
    numeric: true,
    cell: (row: (typeof sums)[number]) => (key === 'established' || key === 'filled' ? inFigures(row[key]) : someOrNone(row[key])), // prettier-ignore
    sum: inFigures(total(sums, (row) => row[key])),
  })
  return (
    <section>
      <h2 className="section-head">{v('bySubject')}</h2>
      <RuledTable
        caption={v('bySubject')}
        quiet
        rows={sums}
        rowKey={({ stage, subject }) => `${stage}-${subject}`}
        columns={[
          {
            key: 'subject',
            title: `${t('stage')}、${t('subject')}`,
            heads: true,
            className: 'still',
            cell: ({ stage, subject }) => `${stage} ${subject}`,
            sum: v('sum'),
          },
          { key: 'schools', title: v('schools'), numeric: true, cell: ({ schools }) => inFigures(schools) },
          count('established'),
          count('filled'),
          count('lack'),
          count('spare'),
          count('agreed'),
          count('left'),
        ]}
      />
    </section>
  )
}

function Meetings({ data: { meetings, sums }, onAgree }: { data: Vacancies; onAgree?: (meeting: Meeting) => void }) {
  const t = useWords(postWords)
  const v = useWords(vacancyWords)
  if (sums.length === 0) return null
  return (
    <section className="post-section">
      <h2>{v('meetings')}</h2>
      <RuledTable
        caption={v('meetings')}
        quiet
        rows={meetings}
        rowKey={({ stage, subject, fromSchoolId, toSchoolId }) => `${stage}-${subject}-${fromSchoolId}-${toSchoolId}`}
        empty={v('meetingsNone')}
        columns={[
          {
            key: 'subject',
            title: `${t('stage')}、${t('subject')}`,
            heads: true,
            className: 'still',
            cell: ({ stage, subject }) => `${stage} ${subject}`,
          },
          { key: 'from', title: v('from'), cell: ({ fromSchool }) => fromSchool },
          { key: 'to', title: v('to'), cell: ({ toSchool }) => toSchool },
          { key: 'n', title: t('n'), numeric: true, cell: ({ n }) => inFigures(n) },
          { key: 'km', title: v('km'), numeric: true, cell: ({ km }) => inFigures(km, 1) },
          ...(onAgree
            ? [{ key: 'acts', title: t('acts'), acts: true, cell: (one: Meeting) => <AgreeAct one={one} onAgree={onAgree} /> }] // prettier-ignore
            : []),
        ]}
      />
    </section>
  )
}

function AgreeAct({ one, onAgree }: { one: Meeting; onAgree: (meeting: Meeting) => void }) {
  const v = useWords(vacancyWords)
  const { fromSchool: from, toSchool: to, stage, subject } = one
  return (
    <Button
      type="link"
      size="small"
      aria-label={v('agreeOf', { from, to, stage, subject })}
      onClick={() => onAgree(one)}
    >
      {v('agree')}
    </Button>
  )
}
