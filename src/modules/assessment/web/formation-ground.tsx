import { colours, hues } from '#ui/theme.ts'
import { useWords } from '#ui/words.ts'
import type { Layout, Way } from './formation-layout.ts'
import { formationWords } from './formation-words.ts'

const LINE = '#aebccb'

/** How far from the targets: pale bands, so that no line runs through a name, ruled off below with their words. */
export function Ground({ layout }: { layout: Layout }) {
  return (
    <g>
      {layout.sides.map((side) => (
        <Side key={side} {...{ layout, side }} />
      ))}
    </g>
  )
}

function Side({ layout: { frame, ticks, unknown, top, bottom }, side }: { layout: Layout; side: Way }) {
  const t = useWords(formationWords)
  const at = (from: number) => frame.axis + side * from
  const end = ticks.at(-1)!.from
  const words = (distance: number) =>
    distance === 0 ? t('atTarget') : t('behind', { percent: Math.round(distance * 100) })
  const isFree = (from: number) => from === ticks[0]!.from || from - ticks[0]!.from >= frame.apart
  return (
    <g fill={colours.quiet} fontSize={12}>
      {ticks.slice(1).map(({ from }, n) => {
        const inner = ticks[n]!.from
        const x = Math.min(at(inner), at(from))
        return (
          n % 2 === 0 && (
            <rect key={from} {...{ x, y: top }} width={from - inner} height={bottom - top} fill="#f4f7fa" />
          )
        )
      })}
      <line x1={at(ticks[0]!.from)} x2={at(end)} y1={bottom} y2={bottom} stroke={LINE} />
      {ticks.map(({ distance, from }) => (
        <g key={distance}>
          <line x1={at(from)} x2={at(from)} y1={bottom} y2={bottom + 5} stroke={LINE} />
          {isFree(from) && <TickWord x={at(from)} y={bottom + 20} word={words(distance)} />}
        </g>
      ))}
      {unknown !== undefined && <TickWord x={at(unknown)} y={bottom + 20} word={t('unknown')} />}
    </g>
  )
}

const TickWord = ({ x, y, word }: { x: number; y: number; word: string }) => (
  <text x={x} y={y} textAnchor="middle">
    {word}
  </text>
)

/** The axis from the point down, the wings that hang on it, and their headings. */
export function Wings({ layout: { frame, point, wings } }: { layout: Layout }) {
  const t = useWords(formationWords)
  const last = Math.max(point.y, ...wings.map(({ y }) => y + frame.row - 16))
  return (
    <g>
      <g fill="none" stroke={LINE} strokeWidth={1.5} strokeLinecap="round">
        <path d={`M${point.x} ${point.y + 12} L${point.x} ${last}`} />
        {wings.map(({ path }) => (
          <path key={path} d={path} />
        ))}
      </g>
      {wings.map(({ stage, count, side, x, y }) => (
        <text
          key={`${stage}${side}`}
          {...{ x, y }}
          textAnchor={side === -1 ? 'end' : 'start'}
          {...{ fill: hues[0], fontWeight: 600, stroke: '#fff', strokeWidth: 4, paintOrder: 'stroke' }}
        >
          {t('wing', { stage: stage || t('noStage'), n: count })}
        </text>
      ))}
    </g>
  )
}
