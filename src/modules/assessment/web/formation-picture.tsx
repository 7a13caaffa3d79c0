import { useState } from 'react'
import { colours, hues } from '#ui/theme.ts'
import { useWords, type Say } from '#ui/words.ts'
import type { FormationSchool, SchoolFlow } from '../formation.contract.ts'
import { sumsOf } from './formation-arrows.ts'
import { Bird } from './formation-bird.tsx'
import { Arrows } from './formation-exchange.tsx'
import { Ground, Wings } from './formation-ground.tsx'
import { formationLayout, type Flyer, type Layout } from './formation-layout.ts'
import { Legend, legendLines } from './formation-legend.tsx'
import { formationWords } from './formation-words.ts'

const FONT = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif'
/** Room for what a school gives and takes, behind its name. */
const TAIL = 62

interface Given {
  name: string
  year: number
  held: number
  schools: readonly FormationSchool[]
  /** What went between the schools, drawn as arrows. */
  flow: SchoolFlow | undefined
  narrow: boolean
  chosen: number | undefined
  onChoose: (schoolId: number) => void
  /** The drawing itself, for saving it. */
  ref: React.Ref<SVGSVGElement>
}

/** The formation as a drawing. It carries its colours and fonts itself: saved, it looks as it does here. */
export function FormationPicture({ name, year, held, schools, flow, narrow, chosen, onChoose, ref }: Given) {
  const t = useWords(formationWords)
  const [near, setNear] = useState<number>()
  const layout = formationLayout(flyersOf(schools, t), narrow, flow ? TAIL : 0)
  const legend = legendLines({ layout, flow, t })
  const height = layout.height + legend.length * 22 + 12
  const sums = sumsOf(flow?.links ?? [])
  const facts = { name, year, n: schools.length, held }
  return (
    <svg
      ref={ref}
      className="formation-picture"
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${layout.frame.width} ${height}`}
      role="group"
      aria-label={t('picture', facts)}
      fontFamily={FONT}
      fontSize={layout.frame.font}
    >
      <rect width={layout.frame.width} height={height} fill="#fff" />
      <Ground layout={layout} />
      <Title facts={facts} flow={flow} layout={layout} />
      {flow && <Arrows links={flow.links} layout={layout} lookedAt={near ?? chosen} />}
      <Wings layout={layout} />
      {layout.seats.map((seat) => (
        <Bird
          key={seat.id}
          {...{ seat, narrow, sums: flow && (sums.get(seat.id) ?? { gives: 0, takes: 0 }) }}
          school={schools.find(({ id }) => id === seat.id)!}
          isChosen={chosen === seat.id}
          onChoose={() => onChoose(seat.id)}
          onNear={(isNear) => setNear(isNear ? seat.id : undefined)}
        />
      ))}
      <Legend lines={legend} y={layout.height + 12} />
    </svg>
  )
}

function flyersOf(schools: readonly FormationSchool[], t: Say<keyof typeof formationWords.zh>): Flyer[] {
  return schools.map(({ id, shortName, name, stages, role, distance }) => {
    const [stage = '', ...more] = stages
    const isLead = role === '牵头校'
    const tails = [
      ...(role === '轮值校' ? [t('rotatingLead')] : []),
      ...(more.length > 0 && !isLead ? [t('also', { stages: more.join('、') })] : []),
    ]
    const label = (shortName || name) + (tails.length > 0 ? t('tail', { tails: tails.join('，') }) : '')
    return { id, stage, isLead, distance, label }
  })
}

interface TitleGiven {
  facts: { name: string; year: number; n: number; held: number }
  flow: SchoolFlow | undefined
  layout: Layout
}

function Title({ facts, flow, layout: { seats, point, frame } }: TitleGiven) {
  const t = useWords(formationWords)
  const x = frame.narrow ? 4 : 24
  const hasLead = seats.some(({ isLead }) => isLead)
  return (
    <g fill={colours.quiet}>
      <text x={x} y={34} fontSize={frame.narrow ? 20 : 24} fontWeight={600} fill={hues[0]}>
        {t('caption', facts)}
      </text>
      <text x={x} y={60}>
        {t(facts.held > 0 ? 'subtitle' : 'subtitleNone', facts)}
      </text>
      {flow && (
        <text x={x} y={82} fill={hues[1]}>
          {t('flowTitle', { title: flow.title, unit: flow.unit })}
        </text>
      )}
      {!hasLead && (
        <text x={point.x} y={point.y - 4} textAnchor={frame.narrow ? 'start' : 'middle'}>
          {t('noLead')}
        </text>
      )}
    </g>
  )
}
