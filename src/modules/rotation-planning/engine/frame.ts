import { balanceKey, type BalanceStep } from './balance.ts'
import { cellKey, type Cell, type Ground } from './ground.ts'
import type { School, Teacher } from './instance.ts'
import type { Entries, MatrixWriter } from './matrix.ts'
import type { Pair } from './pairs.ts'

/** The rules that a plan keeps, by family: what an explanation names, and what may be switched off to find a conflict. */
export const families = [
  'moves',
  'backbone',
  'teams',
  'net',
  'out',
  'in',
  'share',
  'total',
  'most',
  'pin',
  'span',
] as const
export type Family = (typeof families)[number]

/** What a row stands for. Rows without a family of theirs tie columns together and are no rule that anybody set. */
export type Rule =
  | { family: 'moves' | 'backbone' | 'teams' }
  | { family: 'net' | 'out' | 'in'; cell: Cell }
  | { family: 'share' | 'total'; school: number }
  | { family: 'most'; school: number; way: 'out' | 'in' }
  | { family: 'pin'; teacher: string }
  | { family: 'span'; step: BalanceStep }
  | { family: 'tie' }

interface CellRows {
  net: number
  in: number
  out?: number
  demand?: number
}

interface SchoolRows {
  share: number
  total: number
  mostOut?: number
  mostIn?: number
}

/** The numbers of the rows, where moves find them. */
export interface Frame {
  moves: number
  backbone: number
  teams: number
  cells: ReadonlyMap<string, CellRows>
  schools: ReadonlyMap<number, SchoolRows>
  spans: ReadonlyMap<string, number>
}

type Writer = MatrixWriter<Rule, unknown>

/** Writes the rows of an instance. */
export function writeFrame(writer: Writer, ground: Ground, steps: readonly BalanceStep[]): Frame {
  const { rules } = ground.instance
  return {
    moves: writer.row({ family: 'moves' }, rules.moves.least, rules.moves.most),
    backbone: writer.row({ family: 'backbone' }, 0, Infinity),
    teams: writer.row({ family: 'teams' }, rules.teams, Infinity),
    cells: new Map([...ground.cells].map(([at, cell]) => [at, writeCell(writer, cell, ground)])),
    schools: new Map(ground.schools.map((school) => [school.id, writeSchool(writer, school, ground)])),
    spans: new Map(steps.map((step) => [step.key, writeSpan(writer, step)])),
  }
}

function writeCell(writer: Writer, cell: Cell, { instance: { rules } }: Ground): CellRows {
  const { teachers, lacks } = cell
  const most = Math.max(1, Math.ceil((teachers * rules.subjectPercent) / 100))
  return {
    net: writer.row({ family: 'net', cell }, Math.min(0, lacks) - rules.slack, Math.max(0, lacks) + rules.slack),
    in: writer.row({ family: 'in', cell }, -Infinity, most + Math.max(0, lacks)),
    ...(teachers >= 2 && { out: writer.row({ family: 'out', cell }, -Infinity, most) }),
    ...(lacks !== 0 && { demand: writer.row({ family: 'tie' }, lacks, lacks) }),
  }
}

/** A school sends about its share of those who move, and neither empties nor fills. */
function writeSchool(writer: Writer, { id: school, mostOut, mostIn }: School, { pool, instance }: Ground): SchoolRows {
  const { moves, sharePercent, schoolSlack } = instance.rules
  const part = pool.filter(({ home }) => home === school).length / Math.max(1, pool.length)
  const least = Math.max(0, Math.floor(part * moves.least * (1 - sharePercent / 100) - 0.5))
  const most = Math.max(1, Math.ceil(part * moves.most * (1 + sharePercent / 100) + 0.5))
  return {
    share: writer.row({ family: 'share', school }, least, most),
    total: writer.row({ family: 'total', school }, -schoolSlack, schoolSlack),
    ...(mostOut !== undefined && { mostOut: writer.row({ family: 'most', school, way: 'out' }, -Infinity, mostOut) }),
    ...(mostIn !== undefined && { mostIn: writer.row({ family: 'most', school, way: 'in' }, -Infinity, mostIn) }),
  }
}

/** Backbone teachers before, in and out are the lowest number and the steps taken above it. */
const writeSpan = (writer: Writer, step: BalanceStep) =>
  writer.row({ family: 'span', step }, step.lowest - step.before, step.lowest - step.before)

/** What a move does to the rows. */
export function addMove(entries: Entries, frame: Frame, { teacher, school, stage }: Pair, permille: number): void {
  const [from, to] = [frame.schools.get(teacher.home)!, frame.schools.get(school.id)!]
  entries.put(frame.moves, 1)
  entries.put(frame.backbone, (teacher.backbone ? 1_000 : 0) - permille)
  entries.put(from.share, 1)
  entries.put(from.mostOut, 1)
  entries.put(to.mostIn, 1)
  entries.put(shift(entries, frame, teacher, { school: school.id, stage, by: 1 })!.in, 1)
  entries.put(shift(entries, frame, teacher, { school: teacher.home, stage: teacher.stage, by: -1 })!.out, 1)
}

/** A teacher more in a school, or one fewer: in the subject, whose rows are returned, in the school and in the balance. */
export function shift(
  entries: Entries,
  frame: Frame,
  { subject, backbone }: Teacher,
  { school, stage, by }: { school: number; stage: string; by: 1 | -1 },
): CellRows | undefined {
  const cell = frame.cells.get(cellKey(school, stage, subject))
  entries.put(cell?.net, by)
  entries.put(cell?.demand, by)
  entries.put(frame.schools.get(school)!.total, by)
  if (backbone) entries.put(frame.spans.get(balanceKey(school, stage)), by)
  return cell
}
