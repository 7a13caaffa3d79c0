import type { KeyboardEvent } from 'react'
import { colours, hues } from '#ui/theme.ts'
import { useWords } from '#ui/words.ts'
import type { FormationSchool, SchoolFlow } from '../formation.contract.ts'
import { formationLayout, type Layout, type Seat } from './formation-layout.ts'
import { formationWords } from './formation-words.ts'

/** One bird, flying left; drawn around 0,0. */
const BIRD = 'M3.5 -10.5 -4 0l7.5 10.5L.8 0z'
const FONT = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif'
const flock = hues[0]

interface Given {
  name: string
  year: number
  held: number
  schools: readonly FormationSchool[]
  /** What went between the schools, drawn as bows. */
  links: SchoolFlow['links']
  chosen: number | undefined
  onChoose: (schoolId: number) => void
  /** The drawing itself, for saving it. */
  ref: React.Ref<SVGSVGElement>
}

/** The formation as a drawing. It carries its colours and fonts itself: saved, it looks as it does here. */
export function FormationPicture({ name, year, held, schools, links, chosen, onChoose, ref }: Given) {
  const t = useWords(formationWords)
  const layout = formationLayout(
    schools.map(({ id, shortName, name: full, stages, role, distance }) => ({
      ...{ id, stage: stages[0] ?? '', distance },
      label: (shortName || full) + (role === '轮值校' ? t('rotatingLead') : ''),
      isLead: role === '牵头校',
    })),
  )
  const seats = new Map(layout.seats.map((seat) => [seat.id, seat]))
  const facts = { name, year, n: schools.length, held }
  return (
    <svg
      ref={ref}
      className="formation-picture"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="group"
      aria-label={t('picture', facts)}
      fontFamily={FONT}
      fontSize={13}
    >
      <rect width={layout.width} height={layout.height} fill="#fff" />
      <text x={24} y={36} fontSize={22} fontWeight={600} fill={flock}>
        {t('caption', facts)}
      </text>
      <text x={24} y={62} fill={colours.quiet}>
        {t(held > 0 ? 'subtitle' : 'subtitleNone', facts)}
      </text>
      <Ruler layout={layout} />
      <Wings layout={layout} />
      {links.map(({ from, to, weight }) => (
        <Bow
          key={`${from}-${to}`}
          {...{ weight, from: seats.get(from), to: seats.get(to) }}
          opacity={chosen === undefined ? 0.35 : chosen === from || chosen === to ? 0.9 : 0.08}
        />
      ))}
      {layout.seats.map((seat) => (
        <Bird
          key={seat.id}
          seat={seat}
          school={schools.find(({ id }) => id === seat.id)!}
          isChosen={chosen === seat.id}
          onChoose={() => onChoose(seat.id)}
        />
      ))}
      <text x={24} y={layout.height - 12} fill={colours.quiet} fontSize={12}>
        {t('legend')}
      </text>
    </svg>
  )
}

/** How far from the targets: thin upright lines, each with its word below. */
function Ruler({ layout: { ticks, unknownX, top, bottom } }: { layout: Layout }) {
  const t = useWords(formationWords)
  const words = (distance: number) =>
    distance === 0 ? t('atTarget') : t('behind', { percent: Math.round(distance * 100) })
  return (
    <g>
      {ticks.map(({ distance, x }) => (
        <g key={distance}>
          <line x1={x} x2={x} y1={top - 8} y2={bottom + 8} stroke={colours.line} strokeDasharray="2 4" />
          <text x={x} y={bottom + 24} fill={colours.quiet} fontSize={12} textAnchor="middle">
            {words(distance)}
          </text>
        </g>
      ))}
      {unknownX !== undefined && (
        <text x={unknownX + 20} y={bottom + 24} fill={colours.quiet} fontSize={12} textAnchor="middle">
          {t('unknown')}
        </text>
      )}
    </g>
  )
}

function Wings({ layout }: { layout: Layout }) {
  const t = useWords(formationWords)
  return (
    <g>
      {layout.wings.map(({ stage, count, path, x, y }, n) => (
        <g key={n}>
          <path d={path} fill="none" stroke="#c3cdd9" strokeWidth={1.2} />
          <rect x={x - 58} y={y - 12} width={86} height={24} fill="#fff" />
          <text x={x - 15} y={y + 5} fill={flock} textAnchor="middle" fontWeight={600}>
            {t('wing', { stage: stage || t('noStage'), n: count })}
          </text>
        </g>
      ))}
    </g>
  )
}

interface BowGiven {
  from: Seat | undefined
  to: Seat | undefined
  weight: number
  opacity: number
}

/** From the school that gives, bent to the left of its way, thicker for more; it ends in a dot at who takes. */
function Bow({ from, to, weight, opacity }: BowGiven) {
  if (!from || !to) return null
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const bend = `${from.x + dx / 2 - dy * 0.18} ${from.y + dy / 2 + dx * 0.18}`
  return (
    <g opacity={opacity} pointerEvents="none">
      <path
        d={`M${from.x} ${from.y} Q${bend} ${to.x} ${to.y}`}
        fill="none"
        stroke={hues[1]}
        strokeWidth={Math.min(7, 0.8 + Math.sqrt(weight))}
      />
      <circle cx={to.x} cy={to.y} r={3.5} fill={hues[1]} />
    </g>
  )
}

interface BirdGiven {
  seat: Seat
  school: FormationSchool
  isChosen: boolean
  onChoose: () => void
}

function Bird({ seat: { x, y, label, isLead, distance }, school, isChosen, onChoose }: BirdGiven) {
  const t = useWords(formationWords)
  const standing =
    distance === null
      ? t('unknown')
      : distance === 0
        ? t('atTarget')
        : t('behind', { percent: (distance * 100).toFixed(1) })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onChoose()
  }
  const scale = isLead ? 1.9 : 1
  return (
    <g
      className="flyer"
      role="button"
      tabIndex={0}
      aria-pressed={isChosen}
      aria-label={t('school', { name: school.name, stage: school.stages.join('、') || t('noStage'), standing })}
      transform={`translate(${x} ${y})`}
      onClick={onChoose}
      onKeyDown={onKeyDown}
    >
      <rect
        className="halo"
        x={-14}
        y={isLead ? -24 : -15}
        width={isLead ? 28 : 30 + label.length * 13}
        height={isLead ? 48 : 30}
        rx={4}
        fill={isChosen ? '#e6f0ff' : 'transparent'}
      />
      {distance === null ? (
        <circle r={5} fill="#fff" stroke={colours.quiet} strokeDasharray="2 2" />
      ) : (
        <path
          d={BIRD}
          transform={`scale(${scale})`}
          fill={distance === 0 ? flock : '#fff'}
          stroke={flock}
          strokeWidth={1.4 / scale}
        />
      )}
      <text
        {...(isLead ? { x: 0, y: 42, textAnchor: 'middle', fontSize: 15, fontWeight: 600 } : { x: 12, y: 5 })}
        fill={colours.ink}
        stroke="#fff"
        strokeWidth={4}
        paintOrder="stroke"
      >
        {label}
      </text>
    </g>
  )
}
