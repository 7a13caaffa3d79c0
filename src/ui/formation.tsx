import type { Standing } from './mark.tsx'
import { uiWords } from './ui-words.ts'
import { useWords } from './words.ts'

/** One bird, flying up; drawn around 0,0. */
const BIRD = 'M-10.5 3.5 0-4l10.5 7.5L0 .8z'
const STEP_X = 23
const STEP_Y = 12

/** Where the n-th bird flies: the first in front, then left and right in turn. */
function seat(n: number): [number, number] {
  const row = Math.ceil(n / 2)
  return [(n % 2 ? -1 : 1) * row * STEP_X, row * STEP_Y]
}

function box(birds: number): string {
  const rows = Math.ceil((birds - 1) / 2)
  return `${-rows * STEP_X - 12} -8 ${rows * STEP_X * 2 + 24} ${rows * STEP_Y + 16}`
}

/** The sign of the product: seven birds in a V. Decoration, so silent. */
export function Sign({ width, birds = 7, className = '' }: { width: number; birds?: number; className?: string }) {
  return (
    <svg className={`sign ${className}`} viewBox={box(birds)} width={width} aria-hidden="true">
      {Array.from({ length: birds }, (_, n) => (
        <path key={n} d={BIRD} transform={`translate(${seat(n).join(' ')})`} />
      ))}
    </svg>
  )
}

const order: Record<Standing, number> = { met: 0, missed: 1, 'no-data': 2 }

/** The targets of a cluster as a formation: those met fly in front, those missed behind, those unknown last. */
export function Formation({ targets, width }: { targets: { label: string; standing: Standing }[]; width: number }) {
  const t = useWords(uiWords)
  const count = (standing: Standing) => targets.filter((target) => target.standing === standing).length
  const sorted = [...targets].sort((a, b) => order[a.standing] - order[b.standing])
  const facts = { all: targets.length, met: count('met'), missed: count('missed'), unknown: count('no-data') }
  return (
    <svg
      className="formation"
      viewBox={box(targets.length)}
      width={width}
      role="img"
      aria-label={t('formation', facts)}
    >
      {sorted.map((target, n) => (
        <g key={n} className={`bird-${target.standing}`} transform={`translate(${seat(n).join(' ')})`}>
          <title>{target.label}</title>
          {target.standing === 'no-data' ? <circle r="3.2" /> : <path d={BIRD} />}
          {target.standing === 'missed' && <path className="strike" d="M-3-8 3-2M3-8-3-2" />}
        </g>
      ))}
    </svg>
  )
}
