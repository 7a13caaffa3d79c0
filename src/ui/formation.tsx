import type { Standing } from './mark.tsx'
import { uiWords } from './ui-words.ts'
import { useWords } from './words.ts'

/** One bird, flying up; drawn around 0,0. */
const BIRD = 'M-10.5 3.5 0-4l10.5 7.5L0 .8z'
type Step = readonly [x: number, y: number]
const wide: Step = [23, 12]

/** Where the n-th bird flies: the first in front, then left and right in turn. */
function seat(n: number, [x, y]: Step): [number, number] {
  const row = Math.ceil(n / 2)
  return [(n % 2 ? -1 : 1) * row * x, row * y]
}

function box(birds: number, [x, y]: Step): string {
  const rows = Math.ceil((birds - 1) / 2)
  return `${-rows * x - 12} -8 ${rows * x * 2 + 24} ${rows * y + 16}`
}

/** The sign of the product: birds in a V. Decoration, so silent. `tight` for where it is as small as a letter. */
export function Sign({ width, birds, tight = false }: { width: number; birds: number; tight?: boolean }) {
  const step: Step = tight ? [15, 12] : wide
  return (
    <svg className="sign" viewBox={box(birds, step)} width={width} aria-hidden="true">
      {Array.from({ length: birds }, (_, n) => (
        <path key={n} d={BIRD} transform={`translate(${seat(n, step).join(' ')})`} />
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
      viewBox={box(targets.length, wide)}
      width={width}
      role="img"
      aria-label={t('formation', facts)}
    >
      {sorted.map((target, n) => (
        <g key={n} className={`bird-${target.standing}`} transform={`translate(${seat(n, wide).join(' ')})`}>
          <title>{target.label}</title>
          {target.standing === 'no-data' ? <circle r="3.2" /> : <path d={BIRD} />}
        </g>
      ))}
    </svg>
  )
}
