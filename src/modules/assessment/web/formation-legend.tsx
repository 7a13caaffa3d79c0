import { Fragment } from 'react'
import { colours, hues } from '#ui/theme.ts'
import type { Say } from '#ui/words.ts'
import type { SchoolFlow } from '../formation.contract.ts'
import { Mark } from './formation-bird.tsx'
import { widthOf } from './formation-frame.ts'
import type { Layout } from './formation-layout.ts'
import type { formationWords } from './formation-words.ts'

const FONT = 12
const MARK = 30
const BETWEEN = 20

interface Item {
  key: string
  mark: 'met' | 'short' | 'lost' | 'arrow' | undefined
  text: string
  x: number
}

interface Given {
  layout: Layout
  flow: SchoolFlow | undefined
  t: Say<keyof typeof formationWords.zh>
}

/** What the marks mean, in as many lines as the picture's width asks for. */
export function legendLines({ layout: { frame, seats, unknown }, flow, t }: Given): Item[][] {
  const given: Omit<Item, 'x'>[] = [
    { key: 'met', mark: 'met', text: t('legendMet') },
    { key: 'short', mark: 'short', text: t('legendShort') },
    ...(unknown === undefined ? [] : [{ key: 'lost', mark: 'lost' as const, text: t('unknown') }]),
    ...(seats.some(({ label }) => label.includes(t('rotatingLead')))
      ? [{ key: 'duty', mark: undefined, text: t('legendRotating') }]
      : []),
    ...(flow ? [{ key: 'arrow', mark: 'arrow' as const, text: t('legendArrow', { unit: flow.unit }) }] : []),
  ]
  return flowed(given, frame.narrow ? 4 : 24, frame.width)
}

function flowed(items: readonly Omit<Item, 'x'>[], left: number, right: number): Item[][] {
  const lines: Item[][] = [[]]
  let x = left
  for (const item of items) {
    const width = (item.mark ? MARK : 0) + widthOf(item.text, FONT)
    if (x + width > right && x > left) {
      lines.push([])
      x = left
    }
    lines.at(-1)!.push({ ...item, x })
    x += width + BETWEEN
  }
  return lines
}

export function Legend({ lines, y }: { lines: Item[][]; y: number }) {
  return (
    <g fontSize={FONT} fill={colours.quiet}>
      {lines.map((items, line) => (
        <Fragment key={line}>
          {items.map(({ key, mark, text, x }) => (
            <g key={key} transform={`translate(${x} ${y + line * 22})`}>
              {mark && <LegendMark mark={mark} />}
              <text x={mark ? MARK : 0} y={4.5}>
                {text}
              </text>
            </g>
          ))}
        </Fragment>
      ))}
    </g>
  )
}

const distances = { met: 0, short: 1, lost: null }

function LegendMark({ mark }: { mark: NonNullable<Item['mark']> }) {
  if (mark === 'arrow') return <path d="M0 -1H13V-4.5L22 0 13 4.5V1H0z" fill={hues[1]} />
  return (
    <g transform="translate(11 0)">
      <Mark distance={distances[mark]} scale={1} />
    </g>
  )
}
