import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { inFigures } from '#ui/number.ts'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { RuledTable, type Column } from '#ui/ruled-table.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { SearchBox } from '#ui/search-box.tsx'
import { TableSkeleton } from '#ui/skeleton.tsx'
import { useWords } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import { schoolApi, type SchoolLine } from '../school.contract.ts'
import { unitApi } from '../unit.contract.ts'
import { schoolWords } from './words.ts'

type School = z.infer<typeof SchoolLine>

/** The member schools of a cluster in a school year. */
export default function SchoolListPage() {
  const t = useWords(schoolWords)
  const unitId = Number(useParam('unitId'))
  const [{ year: asked, q = '' }, go] = useAddress()
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const year = asNumber(asked) ?? Math.max(...unit.years, 0)
  const list = useQuery({
    ...asQuery(schoolApi.list, { params: { unitId }, query: { year, q } }),
    placeholderData: keepPreviousData,
    enabled: year > 0,
  })
  const schools = list.data?.schools ?? []
  const columns = useColumns(schools, year, unitId, unit.can.includes('readTeachers'))
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId, year || undefined) }]}
      {...(list.data && { lead: t('lead', { year, n: schools.length }) })}
      acts={
        <>
          <Go to={places.clusterMap(unitId)}>{t('map')}</Go>
          <Go to={places.contacts(unitId)}>{t('contacts')}</Go>
          {year > 0 && <YearPicker year={year} years={unit.years} onPick={(picked) => go({ year: picked })} />}
        </>
      }
    >
      <div>
        <div className="filters">
          <SearchBox label={t('search')} value={q} onSearch={(text) => go({ q: text }, 'replace')} />
        </div>
        <ProblemNote error={list.error} />
        {list.isLoading ? (
          <TableSkeleton rows={12} columns={6} />
        ) : (
          <RuledTable
            caption={t('title')}
            quiet
            rows={schools}
            rowKey={({ id }) => id}
            empty={q ? t('none', { q }) : t('empty', { year })}
            columns={columns}
          />
        )}
      </div>
    </Page>
  )
}

function useColumns(schools: School[], year: number, unitId: number, teachers: boolean): Column<School>[] {
  const t = useWords(schoolWords)
  const columns: Column<School>[] = [
    {
      key: 'name',
      title: t('name'),
      heads: true,
      sum: schools.length > 1 ? t('sum') : undefined,
      cell: ({ id, name }) => <Go to={places.school(id, { year })}>{name}</Go>,
    },
    {
      key: 'role',
      title: t('role'),
      className: 'still',
      cell: ({ role, duties }) => (duties.length > 0 ? t('roleAndTurn', { role, stages: duties.join('、') }) : role),
    },
    { key: 'kind', title: t('kind'), cell: ({ kind }) => kind ?? '—' },
    { key: 'ownership', title: t('ownership'), cell: ({ ownership }) => ownership ?? '—' },
    {
      key: 'campuses',
      title: t('campuses'),
      numeric: true,
      sum: sumOf(schools, 'campuses'),
      cell: ({ campuses }) => inFigures(campuses),
    },
    {
      key: 'pupils',
      title: t('pupils'),
      numeric: true,
      sum: sumOf(schools, 'pupils'),
      cell: ({ pupils }) => inFigures(pupils),
    },
    { key: 'code', title: t('code'), numeric: true, cell: ({ code }) => code ?? '—' },
  ]
  const link = ({ id }: School) => <Go to={places.teachers(unitId, { year, schoolId: id })}>{t('teachers')}</Go>
  return teachers
    ? [...columns, { key: 'teachers', title: <span className="unseen">{t('teachers')}</span>, acts: true, cell: link }]
    : columns
}

/** How many all the schools have; nothing where nothing is known, or where one school is all. */
function sumOf(schools: School[], key: 'campuses' | 'pupils'): string | undefined {
  if (schools.length < 2) return undefined
  if (schools.every((school) => school[key] === null)) return inFigures(null)
  return inFigures(schools.reduce((all, school) => all + (school[key] ?? 0), 0))
}
