import { keepPreviousData, useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { schoolYearOf } from '#shared/school-year.ts'
import { dayOf } from '#shared/day.ts'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { useAct } from '#ui/act.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { addressOf, asPages, asQuery, type Received } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { More } from '#ui/more.tsx'
import { inFigures } from '#ui/number.ts'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { TableSkeleton } from '#ui/skeleton.tsx'
import { useWords } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import { teacherApi, type TeacherLine } from '../teacher.contract.ts'
import { yearApi } from '../year.contract.ts'
import { CrossTable } from './cross-table.tsx'
import { AddTeacher } from './sides.ts'
import { isNarrowed, TeacherFilters } from './teacher-filters.tsx'
import { peopleWords } from './words.ts'
import './people.css'

type Teacher = z.infer<typeof TeacherLine>
export type CrossReply = Received<typeof teacherApi.cross>
type ListReply = Received<typeof teacherApi.list>

/** What the list is narrowed by, as it stands in the address. */
export interface Filters {
  q: string
  schoolId: number | undefined
  stage: string | undefined
  subject: string | undefined
  title: string | undefined
  backbone: string | undefined
  leader: string | undefined
  eligible: 'yes' | 'no' | undefined
}

const yesNo = (text: string | undefined) => (text === 'yes' || text === 'no' ? text : undefined)

function filtersFrom(at: Record<string, string | undefined>): Filters {
  const { q = '', stage, subject, title, backbone, leader } = at
  const schoolId = asNumber(at['schoolId'])
  return { q, schoolId, stage, subject, title, backbone, leader, eligible: yesNo(at['eligible']) }
}

/** The teachers of a cluster in a school year, classified; every filter stands in the address. */
export default function TeacherListPage() {
  const t = useWords(peopleWords)
  const unitId = Number(useParam('unitId'))
  const [at, go] = useAddress()
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const year = asNumber(at['year']) ?? Math.max(...unit.years, 0)
  const filters = filtersFrom(at)
  const list = useInfiniteQuery({
    ...asPages(teacherApi.list, { params: { unitId }, query: { year, ...filters } }),
    placeholderData: keepPreviousData,
    enabled: year > 0,
  })
  const { data: offered } = useQuery({
    ...asQuery(teacherApi.cross, { params: { unitId }, query: { year } }),
    enabled: year > 0,
  })
  const teachers = list.data?.pages.flatMap((page) => page.teachers) ?? []
  const [first] = list.data?.pages ?? []
  const columns = useColumns(year)
  const lead = t(isNarrowed(filters) ? 'leadSome' : 'lead', { year, n: inFigures(first?.total ?? 0) })
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId, year || undefined) }]}
      {...(first && { lead })}
      acts={year > 0 && <YearPicker year={year} years={unit.years} onPick={(picked) => go({ year: picked })} />}
    >
      <div>
        <TeacherFilters filters={filters} offered={offered} />
        {first && (
          <Tools unitId={unitId} year={year} years={unit.years} filters={filters} first={first} offered={offered} />
        )}
        {at['cross'] === 'yes' && <CrossTable unitId={unitId} year={year} filters={filters} />}
        {teachers.some(({ masked }) => masked) && <p className="quiet">{t('masked')}</p>}
        <ProblemNote error={list.error} />
        {list.isLoading ? (
          <TableSkeleton rows={14} columns={7} />
        ) : (
          <>
            <RuledTable
              caption={t('title')}
              quiet
              rows={teachers}
              rowKey={({ teacherId }) => teacherId}
              empty={t('none')}
              columns={columns}
            />
            {first && teachers.length > 0 && <More shown={teachers.length} total={first.total} query={list} />}
          </>
        )}
      </div>
    </Page>
  )
}

interface ToolsGiven {
  unitId: number
  year: number
  years: readonly number[]
  filters: Filters
  first: ListReply
  offered: CrossReply | undefined
}

/** What can be done with the list. */
function Tools({ unitId, year, years, filters, first, offered }: ToolsGiven) {
  const t = useWords(peopleWords)
  const [at, go] = useAddress()
  const [adding, setAdding] = useState(false)
  const next = Math.max(...years) + 1
  const rollOver = useAct(yearApi.rollOver, {
    done: (reply) => t('rolled', reply),
    then: () => go({ year: next }),
  })
  const { can, keeps } = first
  const mine = offered?.schools.filter(({ id }) => keeps.includes(id)) ?? []
  const rolled = can.includes('rollOver') ? unitId : keeps[0]
  const open = at['cross'] === 'yes'
  return (
    <div className="list-tools">
      {mine.length > 0 && (
        <Button type="primary" onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      )}
      <Button aria-expanded={open} onClick={() => go({ cross: open ? undefined : 'yes' }, 'replace')}>
        {t(open ? 'crossHide' : 'cross')}
      </Button>
      {rolled !== undefined && year === next - 1 && next <= schoolYearOf(dayOf(new Date())) + 1 && (
        <Button
          loading={rollOver.isPending}
          onClick={() => rollOver.mutate({ params: { unitId: rolled }, body: { year: next } })}
        >
          {t('rollOver', { year: next })}
        </Button>
      )}
      <Go to={places.eligible(unitId, year)}>{t('lists')}</Go>
      {can.includes('readDuplicates') && <Go to={places.duplicates(unitId)}>{t('duplicates')}</Go>}
      {can.includes('export') && (
        <a href={addressOf(teacherApi.export, { params: { unitId }, query: { year, ...filters } })} download>
          {t('export')}
        </a>
      )}
      <ProblemNote error={rollOver.error} />
      {adding && (
        <AddTeacher
          year={year}
          schools={mine}
          {...(filters.schoolId !== undefined && { schoolId: filters.schoolId })}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  )
}

function useColumns(year: number): Column<Teacher>[] {
  const t = useWords(peopleWords)
  return [
    {
      key: 'name',
      title: t('name'),
      heads: true,
      className: 'still',
      cell: ({ teacherId, name }) => <Go to={places.teacher(teacherId)}>{name}</Go>,
    },
    { key: 'staffNo', title: t('staffNo'), cell: ({ staffNo }) => staffNo },
    { key: 'gender', title: t('gender'), cell: ({ gender }) => gender ?? '—' },
    {
      key: 'school',
      title: t('school'),
      className: 'still',
      cell: ({ schoolId, schoolName }) => <Go to={places.school(schoolId, { year })}>{schoolName}</Go>,
    },
    { key: 'stage', title: t('stage'), cell: ({ stage }) => stage ?? '—' },
    { key: 'subject', title: t('subject'), cell: ({ subject }) => subject ?? '—' },
    { key: 'title', title: t('jobTitle'), cell: ({ title }) => title ?? '—' },
    { key: 'backbone', title: t('backbone'), cell: ({ backbone }) => backbone ?? '—' },
    { key: 'leader', title: t('subjectLeader'), cell: ({ subjectLeader }) => subjectLeader ?? '—' },
    { key: 'eligible', title: t('eligible'), cell: ({ eligible }) => t(eligible ? 'yes' : 'no') },
  ]
}
