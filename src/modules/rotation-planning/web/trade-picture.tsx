import { grouped } from '#shared/group.ts'
import { inFigures } from '#ui/number.ts'
import { Go } from '#ui/go.tsx'
import { places } from '#ui/places.ts'
import { useNarrow } from '#ui/use-narrow.ts'
import { useWords } from '#ui/words.ts'
import type { PlanLine } from '../plan.contract.ts'
import { gapSum, meanWay, namedShare } from './plan-figures.ts'
import { planWords } from './plan-words.ts'

const HEIGHT = 320
const MARGIN = { left: 44, right: 28, top: 52, bottom: 44 }

/** Plans between way, wishes and gap: the nearer to the top right the better, the smaller the disc the smaller the gap. */
export function TradePicture({ plans }: { plans: readonly PlanLine[] }) {
  const t = useWords(planWords)
  const width = useNarrow() ? 350 : 640
  const x = scale(plans.map(({ figures }) => -meanWay(figures)), [MARGIN.left, width - MARGIN.right]) // prettier-ignore
  const y = scale(plans.map(({ figures }) => namedShare(figures)), [HEIGHT - MARGIN.bottom, MARGIN.top]) // prettier-ignore
  const r = scale(plans.map(({ figures }) => gapSum(figures)), [11, 20]) // prettier-ignore
  const discs = [
    ...grouped(
      plans,
      ({ figures }) => `${Math.round(x(-meanWay(figures)) / 8) * 8} ${Math.round(y(namedShare(figures)) / 8) * 8}`,
    ),
  ].map(([at, those]) => ({
    at,
    radius: r(Math.min(...those.map(({ figures }) => gapSum(figures)))),
    numbers: those.map(({ number }) => number),
  }))
  return (
    <figure className="trade keep">
      <figcaption>{t('picture', { numbers: plans.map(({ number }) => number).join('、') })}</figcaption>
      <div className="trade-scroll" role="region" tabIndex={0} aria-label={t('favours')}>
        <svg viewBox={`0 0 ${width} ${HEIGHT}`} style={{ width }} aria-hidden="true">
          <path
            d={`M${MARGIN.left - 20} ${MARGIN.top - 26}V${HEIGHT - MARGIN.bottom + 20}H${width - 8}`}
            className="axis"
          />
          <text x={width - 8} y={HEIGHT - 6} textAnchor="end">
            {t('axisWay')}
          </text>
          <text x={MARGIN.left - 12} y={14}>
            {t('axisWishes')}
          </text>
          {discs.map(({ at, radius }) => (
            <circle key={at} transform={`translate(${at})`} r={radius} />
          ))}
          {discs.map(({ at, radius, numbers }) => (
            <g key={at} transform={`translate(${at})`}>
              <text textAnchor="middle" dy={numbers.length > 1 ? radius + 14 : '0.35em'}>
                {numbers.join('、')}
              </text>
            </g>
          ))}
        </svg>
      </div>
      <ul className="trade-list">
        {plans.map(({ id, number, figures }) => (
          <li key={id}>
            <Go to={places.rotationPlan(id)}>
              {t('pictureAlt', {
                number,
                way: inFigures(meanWay(figures), 2),
                wishes: inFigures(namedShare(figures), 1),
                gap: inFigures(gapSum(figures), 2),
              })}
            </Go>
          </li>
        ))}
      </ul>
    </figure>
  )
}

/** From the least to the most of the values, or the middle where they are all the same. */
function scale(values: readonly number[], [from, to]: readonly [number, number]): (value: number) => number {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return (value) => (most === least ? (from + to) / 2 : from + ((value - least) / (most - least)) * (to - from))
}
