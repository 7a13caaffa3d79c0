import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { asQuery, type Received } from '#ui/api.ts'
import { useAct } from '#ui/act.ts'
import { inFigures } from '#ui/number.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable } from '#ui/ruled-table.tsx'
import { useWords } from '#ui/words.ts'
import { givenApi, type GivenLine } from '../given.contract.ts'
import { coverWords } from './cover-words.ts'
import { whenOf } from './day-words.ts'
import { ContestSide } from './sides.ts'

type Counts = Received<typeof givenApi.list>

/** What schools gave one another: by school, by teacher, by subject, and lesson by lesson. */
export function CountsPart({ unitId, year }: { unitId: number; year: number }) {
  const t = useWords(coverWords)
  const { data, error } = useQuery(asQuery(givenApi.list, { params: { unitId }, query: { year } }))
  return (
    <section aria-labelledby="counts" className="cover-part">
      <h2 id="counts">{t('counts')}</h2>
      <p className="quiet">{t('countsLead', { year })}</p>
      <ProblemNote error={error} />
      {data && data.total === 0 && <p>{t('noCounts')}</p>}
      {data && data.total > 0 && <Found data={data} />}
    </section>
  )
}

function Found({ data }: { data: Counts }) {
  const t = useWords(coverWords)
  const list = data.subjects.map(({ subject, lessons: n }) => t('subjectOf', { subject, n })).join('、')
  const sum = (key: 'given' | 'taken' | 'own') => inFigures(data.schools.reduce((all, one) => all + one[key], 0))
  return (
    <>
      <RuledTable
        caption={t('counts')}
        quiet
        rows={data.schools}
        rowKey={({ schoolId }) => schoolId}
        columns={[
          { key: 'school', title: t('school'), heads: true, cell: ({ schoolName }) => schoolName, sum: t('sum') },
          {
            key: 'given',
            title: t('given_n'),
            numeric: true,
            cell: ({ given }) => inFigures(given),
            sum: sum('given'),
          },
          {
            key: 'taken',
            title: t('taken_n'),
            numeric: true,
            cell: ({ taken }) => inFigures(taken),
            sum: sum('taken'),
          },
          { key: 'own', title: t('own_n'), numeric: true, cell: ({ own }) => inFigures(own), sum: sum('own') },
        ]}
      />
      {list && <p>{t('subjects', { list })}</p>}
      <details className="more-rows">
        <summary>{t('byTeacher')}</summary>
        <RuledTable
          caption={t('byTeacher')}
          quiet
          rows={data.teachers}
          rowKey={({ teacherId }) => teacherId}
          columns={[
            { key: 'teacher', title: t('teacher'), heads: true, cell: ({ name }) => name },
            { key: 'school', title: t('school'), cell: ({ schoolName }) => schoolName },
            { key: 'lessons', title: t('lessons'), numeric: true, cell: ({ lessons }) => inFigures(lessons) },
          ]}
        />
      </details>
      <Lines lines={data.lines} />
    </>
  )
}

function Lines({ lines }: { lines: GivenLine[] }) {
  const t = useWords(coverWords)
  const [contested, setContested] = useState<string>()
  const confirm = useAct(givenApi.confirm, { done: () => t('confirmed') })
  const isKeeper = lines.some(({ can }) => can.length > 0)
  const acts = (line: GivenLine) => (
    <span className="row-acts">
      {line.can.includes('confirm') && (
        <Button size="small" type="link" onClick={() => confirm.mutate({ params: { givenId: line.id } })}>
          {t('confirm')}
        </Button>
      )}
      {line.can.includes('contest') && (
        <Button size="small" type="link" onClick={() => setContested(line.id)}>
          {t('contest')}
        </Button>
      )}
    </span>
  )
  return (
    <details className="more-rows">
      <summary>{t('rows')}</summary>
      <RuledTable
        caption={t('rows')}
        quiet
        rows={lines}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'when',
            title: t('when'),
            heads: true,
            className: 'still',
            cell: (line) => t('whenLine', whenOf(line)),
          },
          { key: 'teacher', title: t('teacher'), className: 'still', cell: ({ teacherName }) => teacherName },
          { key: 'kind', title: t('kind'), cell: ({ kind }) => kind },
          { key: 'from', title: t('from'), className: 'still', cell: ({ fromSchool }) => fromSchool },
          { key: 'to', title: t('to'), className: 'still', cell: ({ toSchool }) => toSchool },
          {
            key: 'lesson',
            title: t('lesson'),
            className: 'still',
            cell: ({ className, subject }) => `${className} ${subject}`,
          },
          {
            key: 'counted',
            title: t('counted'),
            cell: ({ state, contest }) => (contest === null ? state : t('contested', { why: contest })),
          },
          ...(isKeeper ? [{ key: 'acts', title: t('acts'), acts: true, cell: acts }] : []),
        ]}
      />
      {contested !== undefined && <ContestSide givenId={contested} onClose={() => setContested(undefined)} />}
    </details>
  )
}
