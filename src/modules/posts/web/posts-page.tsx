import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { dayOf } from '#shared/day.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { SampleTag } from '#ui/sample-tag.tsx'
import { TableSkeleton } from '#ui/skeleton.tsx'
import { useWords } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import { postWords } from './words.ts'
import './posts.css'

/** What each part of the page is of. */
export interface PartGiven {
  unitId: number
  year: number
  isGroup: boolean
}

const parts = {
  pool: lazy(() => import('./pool-part.tsx')),
  vacancies: lazy(() => import('./vacancy-part.tsx')),
  recruitment: lazy(() => import('./need-part.tsx')),
  titles: lazy(() => import('./quota-part.tsx')),
}
type PartName = keyof typeof parts

/** The reserve pool and the posts of a cluster, in four parts. */
export default function PostsPage() {
  const t = useWords(postWords)
  const unitId = Number(useParam('unitId'))
  const [at, go] = useAddress()
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const year = asNumber(at['year']) ?? unit.years.at(-1) ?? schoolYearOf(dayOf(new Date()))
  const part: PartName = at['part'] !== undefined && at['part'] in parts ? (at['part'] as PartName) : 'pool'
  const Part = parts[part]
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId, year) }]}
      acts={<YearPicker year={year} years={unit.years} onPick={(picked) => go({ year: picked })} />}
    >
      <div>
        <nav className="post-parts" aria-label={t('parts')}>
          {(Object.keys(parts) as PartName[]).map((name) => (
            <Go key={name} to={places.posts(unitId, { part: name, year })} current={name === part} keepScroll>
              {t(name)}
            </Go>
          ))}
        </nav>
        <Suspense fallback={<TableSkeleton rows={10} columns={5} />}>
          <Part key={`${part} ${year}`} unitId={unitId} year={year} isGroup={unit.kind === 'group'} />
        </Suspense>
      </div>
    </Page>
  )
}
