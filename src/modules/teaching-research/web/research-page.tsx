import { useSuspenseQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { schoolYearOf } from '#shared/school-year.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Go } from '#ui/go.tsx'
import { Page } from '#ui/page.tsx'
import { places } from '#ui/places.ts'
import { SampleTag } from '#ui/sample-tag.tsx'
import { TableSkeleton } from '#ui/skeleton.tsx'
import { useWords } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import { today } from './moment.ts'
import './research.css'
import { researchWords } from './research-words.ts'

/** What each part of the page is of. */
export interface PartGiven {
  unitId: number
  year: number
}

const parts = {
  unions: lazy(() => import('./unions-part.tsx')),
  events: lazy(() => import('./events-part.tsx')),
  pairs: lazy(() => import('./pairs-part.tsx')),
}
type PartName = keyof typeof parts

/** The unions of a cluster and what they do, in the school year that goes on. */
export default function ResearchPage() {
  const t = useWords(researchWords)
  const unitId = Number(useParam('unitId'))
  const [at, go] = useAddress()
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const now = schoolYearOf(today())
  const year = asNumber(at['year']) ?? now
  const part: PartName = at['part'] !== undefined && at['part'] in parts ? (at['part'] as PartName) : 'unions'
  const Part = parts[part]
  return (
    <Page
      title={t('title')}
      tag={unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: places.cluster(unitId) }]}
      acts={<YearPicker year={year} years={[...unit.years, now]} onPick={(picked) => go({ year: picked })} />}
    >
      <div>
        <nav className="research-parts" aria-label={t('parts')}>
          {(Object.keys(parts) as PartName[]).map((name) => (
            <Go key={name} to={places.research(unitId, { part: name, year })} current={name === part} keepScroll>
              {t(name)}
            </Go>
          ))}
        </nav>
        <Suspense fallback={<TableSkeleton rows={8} columns={5} />}>
          <Part key={`${part} ${year}`} unitId={unitId} year={year} />
        </Suspense>
      </div>
    </Page>
  )
}
