import { cpus, totalmem } from 'node:os'

/** One thing that was measured, and whether it holds against its bound. */
export interface Claim {
  claim: string
  value: number
  unit: string
  /** '< 1', '≥ 0.6'; '' for what is shown for reading only. */
  bound: string
  holds: boolean
}

export interface BenchResult {
  name: string
  engine: string
  machine: string
  claims: Claim[]
}

export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`

/** A claim with an upper or lower bound: `claim('…', 0.4, 'ratio', '<', 1)`. */
export function claim(text: string, value: number, unit: string, sign?: '<' | '≥', bound?: number): Claim {
  const rounded = Math.round(value * 1000) / 1000
  if (sign === undefined || bound === undefined) return { claim: text, value: rounded, unit, bound: '', holds: true }
  return {
    claim: text,
    value: rounded,
    unit,
    bound: `${sign} ${bound}`,
    holds: sign === '<' ? value < bound : value >= bound,
  }
}

/** The value below which a share of the samples lies (0.95: p95). */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Milliseconds of each of `times` runs of work, after some that do not count: a server that has been up for a while. */
export async function timed(times: number, work: (run: number) => Promise<unknown>, warmUp = 1): Promise<number[]> {
  for (let run = -warmUp; run < 0; run++) await work(run)
  const samples: number[] = []
  for (let run = 0; run < times; run++) {
    const start = performance.now()
    await work(run)
    samples.push(performance.now() - start)
  }
  return samples
}
