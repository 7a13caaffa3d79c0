import type { KeyboardEvent } from 'react'
import { colours, hues } from '#ui/theme.ts'
import { useWords } from '#ui/words.ts'
import type { FormationSchool } from '../formation.contract.ts'
import { frames, widthOf } from './formation-frame.ts'
import type { Seat } from './formation-layout.ts'
import { formationWords } from './formation-words.ts'

/** One bird, flying up; drawn around 0,0. */
const BIRD = 'M-10.5 3.5 0-4l10.5 7.5L0 .8z'

interface BirdGiven {
  seat: Seat
  narrow: boolean
  school: FormationSchool
  /** What it gives and takes of what is shown. */
  sums: { gives: number; takes: number } | undefined
  isChosen: boolean
  onChoose: () => void
  /** The pointer or the keyboard comes or goes. */
  onNear: (isNear: boolean) => void
}

/** A school: a bird with its name, to be opened by pointer and keyboard. */
export function Bird({ seat, narrow, school, sums, isChosen, onChoose, onNear }: BirdGiven) {
  const t = useWords(formationWords)
  const { x, y, distance } = seat
  const standing = useStanding(distance)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onChoose()
  }
  const exchange = sums && t('givesAndTakes', sums)
  const facts = { name: school.name, stage: school.stages.join('、') || t('noStage'), standing }
  return (
    <g
      className="flyer"
      role="button"
      tabIndex={0}
      aria-pressed={isChosen}
      aria-label={[t('school', facts), exchange].filter(Boolean).join('，')}
      transform={`translate(${x} ${y})`}
      {...{ onClick: onChoose, onKeyDown }}
      onMouseEnter={() => onNear(true)}
      onMouseLeave={() => onNear(false)}
      onFocus={() => onNear(true)}
      onBlur={() => onNear(false)}
    >
      <Halo seat={seat} isChosen={isChosen} />
      <Mark distance={distance} scale={seat.isLead ? (narrow ? 1.5 : 1.8) : 1} />
      <Name {...{ seat, narrow, school }} tail={sums && (sums.gives > 0 || sums.takes > 0) ? exchange : undefined} />
    </g>
  )
}

function useStanding(distance: number | null): string {
  const t = useWords(formationWords)
  if (distance === null) return t('unknown')
  return distance === 0 ? t('atTarget') : t('behind', { percent: (distance * 100).toFixed(1) })
}

function Halo({ seat: { side, label, isLead }, isChosen }: { seat: Seat; isChosen: boolean }) {
  const { font, name } = frames.wide
  const width = isLead ? 48 : 14 + name + widthOf(label, font) + 4
  const height = isLead ? 32 : 24
  const x = isLead ? -24 : side === -1 ? 14 - width : -14
  const fill = isChosen ? '#e6f0ff' : 'transparent'
  return <rect className="halo" {...{ x, width, height, fill }} y={-height / 2} rx={4} />
}

/** Filled: every target met; hollow: some way to go; a dotted ring: nothing is known. */
export function Mark({ distance, scale }: { distance: number | null; scale: number }) {
  if (distance === null) return <circle r={5} fill="#fff" stroke={colours.quiet} strokeDasharray="2 2" />
  const fill = distance === 0 ? hues[0] : '#fff'
  const stroke = { stroke: hues[0], strokeWidth: 1.3 / scale, strokeLinejoin: 'round' as const }
  return <path d={BIRD} transform={`scale(${scale})`} fill={fill} {...stroke} />
}

interface NameGiven {
  seat: Seat
  narrow: boolean
  school: FormationSchool
  tail: string | undefined
}

function Name({ seat: { side, label, isLead }, narrow, school, tail }: NameGiven) {
  const away = frames[narrow ? 'narrow' : 'wide'].name
  const lead = narrow ? { x: 28, y: 5 } : { x: 0, y: -20, textAnchor: 'middle' as const }
  const member = { x: side * away, y: 4.5, textAnchor: side === -1 ? ('end' as const) : ('start' as const) }
  const note = [school.role, school.stages.join('、')].filter(Boolean).join('，')
  return (
    <text
      {...(isLead ? lead : member)}
      {...{ fill: colours.ink, stroke: '#fff', strokeWidth: 4, paintOrder: 'stroke', strokeLinejoin: 'round' }}
    >
      <tspan {...(isLead && { fontSize: 16, fontWeight: 600 })}>{label}</tspan>
      {isLead && (
        <tspan dx={6} fontSize={12} fill={colours.quiet}>
          {note}
        </tspan>
      )}
      {tail && (
        <tspan dx={5} fontSize={11} fill={hues[1]}>
          {tail}
        </tspan>
      )}
    </text>
  )
}
