import { useSuspenseQuery } from '@tanstack/react-query'
import { asQuery } from '#ui/api.ts'
import { concernApi } from '../concern.contract.ts'
import { forecastApi } from '../forecast.contract.ts'
import { Concerns } from './concerns.tsx'
import { ForecastLine } from './forecasts.tsx'
import type { FigureData } from './formula.tsx'
import './targets.css'
import { WhatIf } from './what-if.tsx'

/** What is said about a figure, where it is going, and what it would take. */
export function FigureOutlook({ data, unitId, kind }: { data: FigureData; unitId: number; kind: string }) {
  const { code } = data.figure
  const { data: told } = useSuspenseQuery(asQuery(concernApi.list, { params: { unitId } }))
  const { data: forecast } = useSuspenseQuery(asQuery(forecastApi.list, { params: { unitId }, query: { code } }))
  const concerns = told.concerns.filter((concern) => concern.code === code)
  return (
    <>
      <Concerns concerns={concerns} unitId={unitId} may={data.can.includes('setTargets')} />
      {kind !== 'district' && kind !== 'city' && <ForecastLine data={forecast} />}
      <WhatIf data={data} />
    </>
  )
}
