import { lazy, Suspense } from 'react'
import type { ChartGiven } from './echart.tsx'

const EChart = lazy(() => import('./echart.tsx'))

/** A chart whose title says its point; keep its numbers in a table beside it. */
export function Chart({ title, ...chart }: ChartGiven & { title: string }) {
  return (
    <figure className="chart keep">
      <figcaption>{title}</figcaption>
      <Suspense fallback={<div style={{ height: chart.height }} />}>
        <EChart {...chart} />
      </Suspense>
    </figure>
  )
}
