import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import { useParam } from '#ui/address.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { Page, type Crumb } from '#ui/page.tsx'
import { placeAt, places } from '#ui/places.ts'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { uiWords } from '#ui/ui-words.ts'
import { useWords } from '#ui/words.ts'
import { teacherApi } from '../teacher.contract.ts'
import { ChangePart } from './change-part.tsx'
import { ExemptionPart } from './exemption-part.tsx'
import { handWords } from './hand-words.ts'
import { YearSide } from './sides.ts'
import { peopleWords } from './words.ts'
import type { YearAct } from './year-sides.tsx'
import './people.css'

export type Teacher = Received<typeof teacherApi.read>
type Year = Teacher['years'][number]

/** One teacher: the years that figures were counted from, why eligible or not, and what was done by hand. */
export default function TeacherPage() {
  const t = useWords(peopleWords)
  const u = useWords(uiWords)
  const h = useWords(handWords)
  const teacherId = useParam('teacherId')
  const { data: teacher } = useSuspenseQuery(asQuery(teacherApi.read, { params: { teacherId } }))
  const [doing, setDoing] = useState<{ act: YearAct; year: Year }>()
  const years = [...teacher.years].sort((a, b) => b.schoolYear - a.schoolYear)
  const columns = useColumns(years, (act, year) => setDoing({ act, year }))
  const [latest] = years
  const lead = [latest?.schoolName, latest?.subject, latest?.title, latest?.backbone].filter(Boolean).join('，')
  return (
    <Page
      title={teacher.name}
      tag={teacher.masked && <span className="masked">{u('masked')}</span>}
      {...(teacher.home && { crumbs: crumbsOf(teacher.home, years, t('title')) })}
      {...(latest && { lead: `${lead}，${t('staffNo')} ${latest.staffNo}` })}
    >
      {teacher.mergedFrom && <p role="note">{h('mergedFrom')}</p>}
      <div>
        <RuledTable caption={t('years')} rows={years} rowKey={({ schoolYear }) => schoolYear} columns={columns} />
        <p className="quiet rules-note under">{teacher.rule ? h('ruleText', { rule: teacher.rule }) : h('noRule')}</p>
      </div>
      {teacher.can.includes('readExemptions') && <ExemptionPart teacher={teacher} />}
      <Facts teacher={teacher} />
      <ChangePart teacherId={teacher.teacherId} />
      {doing && (
        <YearSide act={doing.act} teacherId={teacher.teacherId} year={doing.year} onClose={() => setDoing(undefined)} />
      )}
    </Page>
  )
}

/** The way back: to the cluster, and to the register of the latest year. */
function crumbsOf(home: NonNullable<Teacher['home']>, [latest]: readonly Year[], register: string): Crumb[] {
  return [
    { text: home.name, to: places.cluster(home.id) },
    { text: register, to: places.teachers(home.id, latest && { year: latest.schoolYear }) },
  ]
}

/** What other modules have on file: rotations, mentoring, lessons. */
function Facts({ teacher: { facts, pages } }: { teacher: Teacher }) {
  const t = useWords(peopleWords)
  const h = useWords(handWords)
  const u = useWords(uiWords)
  return (
    <section className="part">
      <div className="section-head">
        <h2>{h('facts')}</h2>
        {pages.map(({ words, to }) => (
          <Go key={to} to={placeAt(to)}>
            {words}
          </Go>
        ))}
      </div>
      {facts.length === 0 && <p className="quiet">{h('noFacts')}</p>}
      {facts.length > 0 && (
        <RuledTable
          caption={h('facts')}
          quiet
          rows={facts.map((fact, at) => ({ ...fact, at }))}
          rowKey={({ at }) => at}
          columns={[
            {
              key: 'year',
              title: t('year'),
              className: 'still',
              cell: ({ schoolYear }) => u('year', { year: schoolYear }),
            },
            { key: 'kind', title: h('kind'), className: 'still', cell: ({ kind }) => kind },
            { key: 'what', title: h('what'), heads: true, cell: ({ words }) => words },
            { key: 'day', title: h('day'), className: 'still', cell: ({ day }) => (day ? dayInWords(day) : '—') },
          ]}
        />
      )}
    </section>
  )
}

function useColumns(years: readonly Year[], act: (act: YearAct, year: Year) => void): Column<Year>[] {
  const t = useWords(peopleWords)
  const u = useWords(uiWords)
  const h = useWords(handWords)
  const month = (day: string | null) =>
    day ? t('month', { year: day.slice(0, 4), month: Number(day.slice(5, 7)) }) : '—'
  const some = (has: (year: Year) => boolean, column: Column<Year>) => (years.some(has) ? [column] : [])
  return [
    {
      key: 'year',
      title: t('year'),
      heads: true,
      className: 'still',
      cell: ({ schoolYear }) => u('year', { year: schoolYear }),
    },
    {
      key: 'school',
      title: t('school'),
      className: 'still',
      cell: ({ schoolId, schoolName, schoolYear }) => (
        <Go to={places.school(schoolId, { year: schoolYear })}>{schoolName}</Go>
      ),
    },
    { key: 'stage', title: t('stage'), cell: ({ stage }) => stage ?? '—' },
    { key: 'subject', title: t('subject'), cell: ({ subject }) => subject ?? '—' },
    { key: 'title', title: t('jobTitle'), className: 'still', cell: ({ title }) => title ?? '—' },
    { key: 'backbone', title: t('backbone'), className: 'still', cell: ({ backbone }) => backbone ?? '—' },
    { key: 'leader', title: t('subjectLeader'), className: 'still', cell: ({ subjectLeader }) => subjectLeader ?? '—' },
    { key: 'joined', title: t('joinedOn'), className: 'still', cell: ({ joinedOn }) => month(joinedOn) },
    {
      key: 'inputs',
      title: h('inputs'),
      className: 'still',
      cell: ({ inSchool, age }) =>
        inSchool === null
          ? '—'
          : age === null
            ? h('inSchool', { years: inSchool })
            : h('inputsText', { years: inSchool, age }),
    },
    { key: 'eligible', title: t('eligible'), cell: ({ eligible }) => t(eligible ? 'yes' : 'no') },
    { key: 'why', title: t('why'), cell: ({ eligibleReason }) => eligibleReason || '—' },
    ...some(({ frozen }) => frozen !== null, {
      key: 'frozen',
      title: h('frozen'),
      className: 'still',
      cell: ({ frozen }) =>
        frozen && <span title={frozen.words ?? ''}>{h(frozen.eligible ? 'frozenYes' : 'frozenNo')}</span>,
    }),
    ...some(({ can }) => can.length > 0, {
      key: 'acts',
      title: h('acts'),
      acts: true,
      cell: (year) => year.can.includes('edit') && <Acts year={year} onAct={(one) => act(one, year)} />,
    }),
  ]
}

function Acts({ year, onAct }: { year: Year; onAct: (act: YearAct) => void }) {
  const h = useWords(handWords)
  const named: readonly [YearAct, string][] = [
    ['correct', h('correct')],
    ['move', h('move')],
    ['leave', h('leave')],
    ['volunteer', h(year.volunteered ? 'unvolunteer' : 'volunteer')],
  ]
  return (
    <span className="year-acts">
      {named.map(([act, words]) => (
        <Button
          key={act}
          type="link"
          size="small"
          aria-label={`${words}，${year.schoolYear}学年`}
          onClick={() => onAct(act)}
        >
          {words}
        </Button>
      ))}
    </span>
  )
}
