import { hues } from '#ui/theme.ts'
import type { SchoolFlow } from '../formation.contract.ts'
import { arrowsOf, type Arrow } from './formation-arrows.ts'
import type { Layout } from './formation-layout.ts'

interface Given {
  links: SchoolFlow['links']
  layout: Layout
  lookedAt: number | undefined
}

const colour: Record<Arrow['kind'], string> = { gives: hues[1]!, takes: hues[2]!, none: hues[1]!, other: hues[1]! }

/** What goes from school to school; of one that is looked at all of it, the rest in the background. */
export function Arrows({ links, layout, lookedAt }: Given) {
  const arrows = arrowsOf(links, layout, lookedAt)
  const quiet = layout.frame.narrow ? 0.16 : 0.26
  const weak = ({ kind, number }: Arrow) => (kind === 'other' ? 0.07 : kind !== 'none' || number ? 0.85 : quiet)
  const sorted = arrows.sort((a, b) => weak(a) - weak(b))
  return (
    <g pointerEvents="none" className="arrows">
      {sorted.map((arrow) => (
        <g key={`${arrow.from}-${arrow.to}`} opacity={weak(arrow)}>
          <path d={arrow.path} fill="none" stroke={colour[arrow.kind]} strokeWidth={arrow.width} />
          <polygon points={arrow.head} fill={colour[arrow.kind]} />
        </g>
      ))}
      {sorted.map((arrow) => arrow.number && <Weight key={`${arrow.from}-${arrow.to}`} arrow={arrow} />)}
    </g>
  )
}

function Weight({ arrow: { number, weight, kind } }: { arrow: Arrow }) {
  return (
    <text
      {...{ x: number!.x, y: number!.y, textAnchor: number!.anchor, fontSize: 12, fontWeight: 600 }}
      {...{ fill: kind === 'takes' ? '#8a5a10' : hues[1], stroke: '#fff', strokeWidth: 3, paintOrder: 'stroke' }}
    >
      {weight}
    </text>
  )
}
