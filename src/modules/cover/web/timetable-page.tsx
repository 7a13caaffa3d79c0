import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { dayInWords } from '#shared/day.ts'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { useAddress, useParam } from '#ui/address.ts'
import { asQuery, type Received } from '#ui/api.ts'
import { Empty } from '#ui/empty.tsx'
import { Page } from '#ui/page.tsx'
import { Picker } from '#ui/picker.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { TableSkeleton } from '#ui/skeleton.tsx'
import { useWords } from '#ui/words.ts'
import { timetableApi } from '../timetable.contract.ts'
import { BellsSide, ImportSide } from './sides.ts'
import { timetableWords } from './timetable-words.ts'
import { WeekGrid } from './week-grid.tsx'
import './cover.css'

export type Timetable = Received<typeof timetableApi.read>

/** A school's week, by class or by teacher, as it holds on a day. */
export default function TimetablePage() {
  const t = useWords(timetableWords)
  const schoolId = Number(useParam('schoolId'))
  const [at] = useAddress()
  const { data: school } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId: schoolId } }))
  const { data, error } = useQuery(
    asQuery(timetableApi.read, { params: { schoolId }, query: at['day'] ? { day: at['day'] } : {} }),
  )
  return (
    <Page
      title={t('title')}
      tag={school.sample && <SampleTag />}
      crumbs={[{ text: school.name, to: places.school(schoolId) }]}
      {...(data?.current && { lead: <Lead data={data} /> })}
      acts={data && <Acts schoolId={schoolId} data={data} />}
    >
      <ProblemNote error={error} />
      {data && data.lessons.length === 0 && (
        <Empty title={t('none')}>
          <p>{t('noneLead')}</p>
        </Empty>
      )}
      {data && data.lessons.length > 0 && <Week data={data} />}
      {!data && !error && <TableSkeleton rows={8} columns={6} />}
    </Page>
  )
}

function Lead({ data: { current, day } }: { data: Timetable }) {
  const t = useWords(timetableWords)
  const { schoolYear: year, term, fromDay, untilDay, lessons: n } = current!
  const facts = { year, term, from: dayInWords(fromDay), until: dayInWords(untilDay), n }
  return <>{t(fromDay > day ? 'leadNext' : 'lead', facts)}</>
}

function Acts({ schoolId, data }: { schoolId: number; data: Timetable }) {
  const t = useWords(timetableWords)
  const [doing, setDoing] = useState<'import' | 'bells'>()
  const given = { schoolId, data, onClose: () => setDoing(undefined) }
  return (
    <>
      {data.can.includes('import') && (
        <Button type={data.current ? 'default' : 'primary'} onClick={() => setDoing('import')}>
          {t('import')}
        </Button>
      )}
      {data.can.includes('bells') && <Button onClick={() => setDoing('bells')}>{t('bells')}</Button>}
      {data.lessons.length > 0 && <Button onClick={() => window.print()}>{t('print')}</Button>}
      <ImportSide {...given} open={doing === 'import'} />
      <BellsSide {...given} open={doing === 'bells'} />
    </>
  )
}

function Week({ data }: { data: Timetable }) {
  const t = useWords(timetableWords)
  const [at, go] = useAddress()
  const by = at['by'] === 'teacher' ? 'teacher' : 'class'
  const all = optionsOf(data, by)
  const chosen = all.find(({ value }) => value === at['of']) ?? all[0]!
  const lessons = data.lessons.filter((one) => (by === 'class' ? one.className : one.teacherId) === chosen.value)
  return (
    <section className="week">
      <div className="filters no-print">
        <Picker
          label={t('by')}
          value={by}
          options={[
            { value: 'class', label: t('byClass') },
            { value: 'teacher', label: t('byTeacher') },
          ]}
          onPick={(picked) => go({ by: picked, of: undefined }, 'replace')}
        />
        <Picker
          label={t(`which_${by}`)}
          value={chosen.value}
          options={all}
          onPick={(picked) => go({ of: picked }, 'replace')}
        />
        {data.versions.length > 1 && <Versions data={data} />}
      </div>
      <WeekGrid title={t('gridOf', { name: chosen.label })} by={by} lessons={lessons} bells={data.bells} />
    </section>
  )
}

function Versions({ data: { versions, current } }: { data: Timetable }) {
  const t = useWords(timetableWords)
  const [, go] = useAddress()
  const label = ({ schoolYear: year, term, fromDay, untilDay }: Timetable['versions'][number]) =>
    t('versionLine', { year, term, from: dayInWords(fromDay), until: dayInWords(untilDay) })
  return (
    <Picker
      label={t('version')}
      value={current?.fromDay}
      options={versions.map((one) => ({ value: one.fromDay, label: label(one) }))}
      onPick={(picked) => go({ day: picked })}
    />
  )
}

/** Classes by their names, teachers in the order in which the server sends them: by pinyin where names may be seen. */
function optionsOf({ lessons }: Timetable, by: 'class' | 'teacher') {
  const all = new Map(
    lessons.map(({ className, teacherId, teacherName }) =>
      by === 'class' ? ([className, className] as const) : ([teacherId, teacherName] as const),
    ),
  )
  const options = [...all].map(([value, label]) => ({ value, label }))
  return options.sort((a, b) => sortKey(a.label).localeCompare(sortKey(b.label), 'zh-CN', { numeric: true }))
}

/** 一（2）班 before 二（1）班: numerals are no pinyin. */
const sortKey = (label: string) =>
  label.replace(/[一二三四五六七八九]/g, (one) => String('一二三四五六七八九'.indexOf(one) + 1))
