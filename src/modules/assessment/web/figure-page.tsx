import { useSuspenseQuery } from '@tanstack/react-query'
import { unitApi } from '#modules/organizations/unit.contract.ts'
import { asNumber, useAddress, useParam } from '#ui/address.ts'
import { asQuery } from '#ui/api.ts'
import { Change } from '#ui/change.tsx'
import { decimalsOf, inFigures, moved } from '#ui/number.ts'
import { Page } from '#ui/page.tsx'
import { placeOfUnit } from '#ui/places.ts'
import { SampleTag } from '#ui/sample-tag.tsx'
import { useWords } from '#ui/words.ts'
import { YearPicker } from '#ui/year-picker.tsx'
import { figureApi } from '../figure.contract.ts'
import { Breakdown } from './breakdown.tsx'
import './cockpit.css'
import './figure.css'
import { FigureRows } from './figure-rows.tsx'
import { FigureRules } from './figure-rules.tsx'
import { FigureOutlook } from './figure-outlook.tsx'
import { FigureTrend } from './figure-trend.tsx'
import { Fraction, Terms, type FigureData } from './formula.tsx'
import { Parts } from './parts.tsx'
import { cockpitWords, figureWords } from './words.ts'

/** One figure and all that it opens to: formula, clauses, years, schools, and the rows behind it. */
export default function FigurePage() {
  const t = useWords(figureWords)
  const [unitId, code] = [Number(useParam('unitId')), useParam('code')]
  const [{ year: asked }, go] = useAddress()
  const { data: unit } = useSuspenseQuery(asQuery(unitApi.read, { params: { unitId } }))
  const year = asNumber(asked) ?? Math.max(...unit.years, 0)
  const { data } = useSuspenseQuery(asQuery(figureApi.read, { params: { unitId, code }, query: { year } }))
  const { figure, trend } = data
  const before = trend.find((point) => point.year === year - 1)?.value
  return (
    <Page
      className="figure-page"
      title={figure.name}
      tag={data.unit.sample && <SampleTag />}
      crumbs={[{ text: unit.name, to: placeOfUnit(unit, year) }]}
      lead={`${figure.dimension}，${t('unitIn', { unit: figure.unit })}`}
      acts={<YearPicker year={year} years={unit.years} onPick={(picked) => go({ year: picked })} />}
    >
      <div className="figure-top">
        <section className="figure-value" aria-label={t('value')}>
          <Value data={data} unitId={unitId} before={before} />
          <Parts figure={figure} unitId={unitId} />
          <Terms data={data} unitId={unitId} />
        </section>
        <FigureRules figure={figure} />
      </div>
      <FigureOutlook data={data} unitId={unitId} kind={unit.kind} />
      <FigureTrend figure={figure} trend={trend} />
      <Breakdown data={data} kind={unit.kind} />
      <FigureRows data={data} unitId={unitId} year={year} kind={unit.kind} />
    </Page>
  )
}

/** The value, or that of the part that was opened, as large as it matters. */
function Value({ data, unitId, before }: { data: FigureData; unitId: number; before: number | null | undefined }) {
  const t = useWords(figureWords)
  const c = useWords(cockpitWords)
  const { figure, formula } = data
  const part = useAddress()[0]['part']
  const ofPart = part === undefined ? undefined : figure.parts?.[part]
  const decimals = decimalsOf(figure.unit)
  return (
    <>
      <div className="equation">
        <p className="large">
          <b>{inFigures(ofPart ?? figure.value, decimals)}</b>
          <span className="unit">{figure.value !== null && figure.unit}</span>
        </p>
        {formula.denominator && <Fraction data={data} unitId={unitId} />}
      </div>
      <p className="quiet">
        {figure.value === null && t('noValue', { year: figure.year })}
        {ofPart !== undefined && t('ofPart', { part, all: inFigures(figure.value, decimals), unit: figure.unit })}
        {figure.value !== null && ofPart === undefined && (
          <>
            {c('versus')} <Change by={moved(before, figure.value)} unit={figure.unit} />
          </>
        )}
      </p>
    </>
  )
}
