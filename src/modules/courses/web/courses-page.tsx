import { keepPreviousData, useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { asPages, asQuery, type Received } from '#ui/api.ts'
import { Empty } from '#ui/empty.tsx'
import { Go } from '#ui/go.tsx'
import { More } from '#ui/more.tsx'
import { inFigures } from '#ui/number.ts'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { ProblemNote } from '#ui/problem-view.tsx'
import { SampleTag } from '#ui/sample-tag.tsx'
import { SearchBox } from '#ui/search-box.tsx'
import { TableSkeleton } from '#ui/skeleton.tsx'
import { useWords } from '#ui/words.ts'
import { areas, facets, findApi, type CourseCounts, type CourseFilter } from '../find.contract.ts'
import { CourseCard } from './course-card.tsx'
import { CourseFacets } from './course-facets.tsx'
import { coursesWords } from './courses-words.ts'
import { PathsPart } from './paths-part.tsx'
import './courses.css'

type Found = Received<typeof findApi.list>

const PAGE = 20

/** The repository as one looks through it: what is looked for and what is chosen stand in the address. */
export default function CoursesPage() {
  const t = useWords(coursesWords)
  const unitId = Number(useParam('unitId'))
  const [at, go] = useAddress()
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const list = useInfiniteQuery({
    ...asPages(findApi.list, { params: { unitId }, query: filterFrom(at) }),
    placeholderData: keepPreviousData,
  })
  const first = list.data?.pages[0]
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId) }]}
      {...(first?.counts && { lead: <Lead counts={first.counts} isSearch={isNarrowed(at)} /> })}
      acts={
        first?.can.includes('add') && (
          <Go to={places.newCourse} className="ant-btn ant-btn-primary course-add">
            {t('add')}
          </Go>
        )
      }
    >
      <div className="courses">
        <SearchBox
          label={t('search')}
          value={at['q'] ?? ''}
          onSearch={(q) => go({ q: q || undefined }, at['q'] === undefined ? 'push' : 'replace')}
        />
        <p className="courses-open">
          <a href="/m/courses">{t('openList')}</a>
        </p>
        {!isNarrowed(at) && <PathsPart unitId={unitId} />}
        <ProblemNote error={list.error} />
        {list.isLoading && <TableSkeleton rows={8} columns={3} />}
        {first?.counts && (
          <div className="courses-parts">
            {(first.counts.total > 0 || isNarrowed(at)) && <CourseFacets counts={first.counts} />}
            <List pages={list.data?.pages ?? []} counts={first.counts} query={list} isSearch={isNarrowed(at)} />
          </div>
        )}
      </div>
    </Page>
  )
}

type Address = Record<string, string | undefined>

const isNarrowed = (at: Address): boolean => ['q', ...facets].some((key) => at[key] !== undefined)

function filterFrom(at: Address): CourseFilter {
  const { q, stage, subject, theme, kind, licence } = at
  const area = areas.find((one) => one === at['area'])
  return { q, area, stage, subject, theme, kind, school: asNumber(at['school']), licence }
}

function Lead({ counts: { total, more }, isSearch }: { counts: CourseCounts; isSearch: boolean }) {
  const t = useWords(coursesWords)
  const n = inFigures(total)
  return <span aria-live="polite">{t(more ? 'leadMore' : isSearch ? 'leadFound' : 'lead', { n })}</span>
}

interface Listed {
  pages: readonly Found[]
  counts: CourseCounts
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }
  isSearch: boolean
}

function List({ pages, counts, query, isSearch }: Listed) {
  const t = useWords(coursesWords)
  const courses = pages.flatMap((page) => page.courses)
  if (courses.length === 0)
    return (
      <Empty title={t(isSearch ? 'none' : 'empty')}>
        <p>{t(isSearch ? 'noneHow' : 'emptyHow')}</p>
      </Empty>
    )
  return (
    <div>
      {counts.rough && <p className="quiet">{t('rough')}</p>}
      <ul className="course-list" aria-label={t('list')}>
        {courses.map((course) => (
          <CourseCard key={course.id} course={course} />
        ))}
      </ul>
      <More shown={courses.length} page={PAGE} query={query} {...(!counts.more && { total: counts.total })} />
    </div>
  )
}
