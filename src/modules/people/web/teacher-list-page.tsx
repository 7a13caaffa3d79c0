import { keepPreviousData, useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import type { z } from 'zod'
import { schoolApi } from '#modules/organizations/school.contract.ts'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { asPages, asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { More } from '#ui/more.tsx'
import { inFigures } from '#ui/number.ts'
import { Page } from '#ui/page.tsx'
import { Picker } from '#ui/picker.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { SearchBox } from '#ui/search-box.tsx'
import { TableSkeleton } from '#ui/skeleton.tsx'
import { useWords } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import { teacherApi, type TeacherLine } from '../teacher.contract.ts'
import { peopleWords } from './words.ts'

type Teacher = z.infer<typeof TeacherLine>
const yes = (text: string | undefined) => (text === 'yes' ? ('yes' as const) : undefined)

/** The teachers of a cluster in a school year; every filter stands in the address. */
export default function TeacherListPage() {
  const t = useWords(peopleWords)
  const unitId = Number(useParam('unitId'))
  const [at, go] = useAddress()
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const year = asNumber(at['year']) ?? Math.max(...unit.years, 0)
  const filters = {
    q: at['q'] ?? '',
    schoolId: asNumber(at['schoolId']),
    backbone: yes(at['backbone']),
    eligible: yes(at['eligible']),
  }
  const list = useInfiniteQuery({
    ...asPages(teacherApi.list, { params: { unitId }, query: { year, ...filters } }),
    placeholderData: keepPreviousData,
    enabled: year > 0,
  })
  const teachers = list.data?.pages.flatMap((page) => page.teachers) ?? []
  const total = list.data?.pages[0]?.total
  const columns = useColumns(year)
  const some = Boolean(filters.q || filters.schoolId || filters.backbone || filters.eligible)
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId, year || undefined) }]}
      {...(total !== undefined && { lead: t(some ? 'leadSome' : 'lead', { year, n: inFigures(total) }) })}
      acts={year > 0 && <YearPicker year={year} years={unit.years} onPick={(picked) => go({ year: picked })} />}
    >
      <div>
        <div className="filters">
          <SearchBox label={t('search')} value={filters.q} onSearch={(text) => go({ q: text }, 'replace')} />
          <SchoolPicker unitId={unitId} year={year} value={filters.schoolId} onPick={(schoolId) => go({ schoolId })} />
          <Checkbox
            checked={Boolean(filters.backbone)}
            onChange={({ target }) => go({ backbone: target.checked ? 'yes' : undefined })}
          >
            {t('onlyBackbone')}
          </Checkbox>
          <Checkbox
            checked={Boolean(filters.eligible)}
            onChange={({ target }) => go({ eligible: target.checked ? 'yes' : undefined })}
          >
            {t('onlyEligible')}
          </Checkbox>
          {some && (
            <Button
              type="link"
              onClick={() => go({ q: undefined, schoolId: undefined, backbone: undefined, eligible: undefined })}
            >
              {t('clear')}
            </Button>
          )}
          {teachers.some(({ masked }) => masked) && <span className="quiet">{t('masked')}</span>}
        </div>
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
            {total !== undefined && teachers.length > 0 && <More shown={teachers.length} total={total} query={list} />}
          </>
        )}
      </div>
    </Page>
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

interface PickerGiven {
  unitId: number
  year: number
  value: number | undefined
  onPick: (schoolId: number | undefined) => void
}

function SchoolPicker({ unitId, year, value, onPick }: PickerGiven) {
  const t = useWords(peopleWords)
  const { data } = useQuery({ ...asQuery(schoolApi.list, { params: { unitId }, query: { year } }), enabled: year > 0 })
  return (
    <Picker
      label={t('school')}
      all={t('allSchools')}
      value={data && value}
      options={data?.schools.map((school) => ({ value: school.id, label: school.name })) ?? []}
      onPick={onPick}
    />
  )
}
