import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Matrix } from '#modules/rotation-planning/engine/matrix.ts'
import { boundsOf, dataOf, type Highs } from '#modules/rotation-planning/engine/solver.ts'

type AnyMatrix = Matrix<unknown, unknown>

/** What a solver took in milliseconds of CPU, and the best cost it proved; undefined where its time ran out. */
export interface Run {
  ms: number
  cost: number | undefined
}

/** The same model in HiGHS as it comes, in the same warm process. */
export function plainHighs(highs: Highs, matrix: AnyMatrix): Run {
  const before = process.cpuUsage()
  const model = highs.createModel(
    dataOf(matrix, boundsOf(matrix), { keep: matrix.columns.map((_, at) => at), whole: true }),
  )
  model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.99 })
  model.run()
  const isProved = model.getModelStatus() === highs.constants.modelStatus.optimal
  const cost = isProved ? Math.round(model.getObjectiveValue()) : undefined
  model.dispose()
  const { user, system } = process.cpuUsage(before)
  return { ms: (user + system) / 1_000, cost }
}

/** Debian's solver: found, or installed with apt where that may be done; undefined where it cannot be had. */
export function findOrInstallGlpsol(): string | undefined {
  const place = '/usr/bin/glpsol'
  if (existsSync(place)) return place
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', 'glpk-utils'],
  ])
    // prettier-ignore
    if (spawnSync('apt-get', args, { stdio: 'ignore', env }).status !== 0) return undefined
  return existsSync(place) ? place : undefined
}

/** The same model as a file for glpsol; a run that is cut off counts with the whole limit. */
export function glpsol(program: string, matrix: AnyMatrix, limitSeconds: number): Run {
  const folder = mkdtempSync(join(tmpdir(), 'yanzhen-bench-'))
  try {
    const path = join(folder, 'model.mps')
    writeFileSync(path, mpsOf(matrix))
    const command = `"${program}" --freemps "${path}" --cuts --mipgap 0 --tmlim ${limitSeconds} -w "${join(folder, 'out')}"; times`
    const { stdout } = spawnSync('sh', ['-c', command], { encoding: 'utf8', maxBuffer: 2 ** 28 })
    const [, children = ''] = stdout.trimEnd().split('\n').slice(-2)
    const isProved = /INTEGER OPTIMAL SOLUTION FOUND/.test(stdout) && !/TIME LIMIT EXCEEDED/.test(stdout)
    const best = [...stdout.matchAll(/^\+ *\d+: (?:>>>>>|mip =) +([-\d.e+]+) >=/gm)].at(-1)?.[1]
    return isProved
      ? { ms: cpuOf(children), cost: best === undefined ? undefined : Math.round(Number(best)) + matrix.offset }
      : { ms: limitSeconds * 1_000, cost: undefined }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** `0m1.200s 0m0.050s`, as the shell tells of its children. */
const cpuOf = (line: string): number =>
  [...line.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + Number(m) * 60_000 + Number(s) * 1_000, 0)

/** A model in the free MPS format. The constant of the cost is left out: programs do not agree on its sign. */
export function mpsOf({ rows, columns, starts, at, values }: AnyMatrix): string {
  const kind = ({ lower, upper }: { lower: number; upper: number }) =>
    lower === upper ? 'E' : upper === Infinity ? 'G' : 'L'
  const lines = ['NAME rotation', 'ROWS', ' N cost', ...rows.map((row, i) => ` ${kind(row)} r${i}`), 'COLUMNS']
  columns.forEach(({ cost, whole }, c) => {
    if (whole) lines.push(` M${c} 'MARKER' 'INTORG'`)
    lines.push(` c${c} cost ${cost}`)
    for (let k = starts[c]!; k < starts[c + 1]!; k++) lines.push(` c${c} r${at[k]!} ${values[k]!}`)
    if (whole) lines.push(` N${c} 'MARKER' 'INTEND'`)
  })
  lines.push('RHS')
  rows.forEach((row, i) => lines.push(` rhs r${i} ${kind(row) === 'G' ? row.lower : row.upper}`))
  lines.push('RANGES')
  rows.forEach((row, i) => {
    if (kind(row) === 'L' && row.lower !== -Infinity) lines.push(` range r${i} ${row.upper - row.lower}`)
  })
  lines.push('BOUNDS')
  columns.forEach(({ lower, upper }, c) => lines.push(` LO bound c${c} ${lower}`, ` UP bound c${c} ${upper}`))
  return [...lines, 'ENDATA', ''].join('\n')
}
