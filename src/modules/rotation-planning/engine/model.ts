import { DEMAND, moveCost, recallCost } from './aims.ts'
import { balanceSteps, type BalanceStep } from './balance.ts'
import { addMove, shift, writeFrame, type Frame, type Rule } from './frame.ts'
import { layGround, type Ground } from './ground.ts'
import type { Group, Instance, Teacher } from './instance.ts'
import { Entries, MatrixWriter, type Matrix } from './matrix.ts'
import { listGroupMoves, listPairs, type GroupMove, type Pair } from './pairs.ts'
import { listTeams, type Team } from './teams.ts'

/** What a column stands for. */
export type Means =
  | { kind: 'move'; pair: Pair }
  | { kind: 'goes'; group: Group }
  | { kind: 'group'; move: GroupMove }
  | { kind: 'team'; team: Team }
  | { kind: 'recall'; teacher: Teacher }
  | { kind: 'step' | 'over' | 'under' }

/** The year's rotation as the solver takes it, and what it was made from. */
export interface Model extends Matrix<Rule, Means> {
  ground: Ground
}

export interface ModelOptions {
  /** What a move costs, if not just what it does by the office's weights. */
  costOfMove?: (pair: Pair, byWeights: number) => number
  costOfRecall?: number
  /** Schools may go beyond what they have said, at this price a teacher. */
  costOfExcess?: number
}

interface Writing {
  writer: MatrixWriter<Rule, Means>
  frame: Frame
  ground: Ground
  costOfMove: (pair: Pair) => number
  costOfRecall: number
}

/**
 * The year's rotation as a model: a column for each admissible move, a row for each rule. What it minimizes is a whole
 * number for every plan. The formulation, tried and measured, is told in docs/decisions/0016.
 */
export function buildModel(
  instance: Instance,
  { costOfMove, costOfRecall = recallCost(instance.weights), costOfExcess }: ModelOptions = {},
): Model {
  const ground = layGround(instance)
  const writer = new MatrixWriter<Rule, Means>()
  const steps = balanceSteps(ground)
  const frame = writeFrame(writer, ground, steps)
  const byWeights = (pair: Pair) => moveCost(ground, pair, instance.weights)
  const cost = costOfMove ? (pair: Pair) => costOfMove(pair, byWeights(pair)) : byWeights
  const writing = { writer, frame, ground, costOfMove: cost, costOfRecall }
  for (const step of steps) writeSteps(writing, step)
  writeDemand(writing)
  if (costOfExcess !== undefined) writeExcess(writing, costOfExcess)
  writeMoves(writing)
  writeGroups(writing)
  for (const teacher of ground.teachers) if (teacher.placedAt !== undefined) writeRecall(writing, teacher)
  return { ...writer.matrix(), ground }
}

const yesOrNo = { lower: 0, upper: 1, whole: true }

/** The cheapest steps are taken first, for they get dearer: they need not be whole to be taken wholly. */
function writeSteps({ writer, frame, ground }: Writing, step: BalanceStep): void {
  const row = frame.spans.get(step.key)!
  const weight = ground.instance.weights.balance
  writer.offset += weight * step.base
  for (const slope of step.slopes)
    writer.column(
      { means: { kind: 'step' }, cost: weight * slope, lower: 0, upper: 1, whole: false },
      new Entries().put(row, -1),
    )
}

function writeDemand({ writer, frame, ground: { cells, instance } }: Writing): void {
  const cost = DEMAND * instance.weights.demand
  for (const [key, { lacks }] of cells) {
    const row = frame.cells.get(key)!.demand
    if (row === undefined) continue
    const upper = instance.rules.moves.most + Math.abs(lacks)
    writer.column({ means: { kind: 'over' }, cost, lower: 0, upper, whole: false }, new Entries().put(row, -1))
    writer.column({ means: { kind: 'under' }, cost, lower: 0, upper, whole: false }, new Entries().put(row, 1))
  }
}

function writeExcess({ writer, ground: { pool } }: Writing, cost: number): void {
  writer.rows.forEach(({ rule }, row) => {
    if (rule.family !== 'most') return
    const column = { means: { kind: 'over' } as const, cost, lower: 0, upper: pool.length, whole: false }
    writer.column(column, new Entries().put(row, -1))
  })
}

/** Who goes alone: once at most. Two who go from one school to another may be the beginning of a team. */
function writeMoves(writing: Writing): void {
  const { writer, frame, ground, costOfMove } = writing
  const { rules } = ground.instance
  const pairs = listPairs(ground)
  const once = writePins(writing)
  const inTeams = writeTeams(writing, listTeams(ground, pairs))
  for (const pair of pairs) {
    const { id } = pair.teacher
    if (!once.has(id)) once.set(id, writer.row({ family: 'tie' }, -Infinity, 1))
    const entries = new Entries().put(once.get(id)!, 1)
    addMove(entries, frame, pair, rules.backbonePermille)
    for (const row of inTeams.get(pair) ?? []) entries.put(row, 1)
    writer.column({ means: { kind: 'move', pair }, cost: costOfMove(pair), ...yesOrNo }, entries)
  }
}

/** Whom the office sends somewhere goes there, or there is no plan. */
function writePins({ writer, ground }: Writing): Map<string, number> {
  const grouped = new Set(ground.instance.groups.flatMap(({ members }) => members))
  const pinned = ground.teachers.filter((teacher) => teacher.pinned !== undefined && !grouped.has(teacher.id))
  return new Map(pinned.map(({ id }) => [id, writer.row({ family: 'pin', teacher: id }, 1, 1)]))
}

/**
 * A team is counted where two at least go, one of them a backbone teacher; returns in which rows its members count. That
 * two go is told member by member: without any one of them somebody still goes. One row for all would let the relaxation
 * count half a team for each who goes alone.
 */
function writeTeams({ writer, frame }: Writing, teams: readonly Team[]): Map<Pair, readonly number[]> {
  const found = new Map<Pair, readonly number[]>()
  for (const team of teams) {
    const others = team.pairs.map(() => writer.row({ family: 'tie' }, 0, Infinity))
    const backbone = writer.row({ family: 'tie' }, 0, Infinity)
    const entries = new Entries()
    for (const row of [...others, backbone]) entries.put(row, -1)
    entries.put(frame.teams, 1)
    writer.column({ means: { kind: 'team', team }, cost: 0, ...yesOrNo }, entries)
    team.pairs.forEach((pair, at) => {
      const rows = others.filter((_, i) => i !== at)
      found.set(pair, pair.teacher.backbone ? [...rows, backbone] : rows)
    })
  }
  return found
}

/** A group goes to one school or to none; whether it goes at all is the first question that a search asks. */
function writeGroups({ writer, frame, ground, costOfMove }: Writing): void {
  const { rules } = ground.instance
  for (const group of ground.instance.groups) {
    const goes = writer.row({ family: 'tie' }, 0, 0)
    const isPinned = group.members.some((member) => ground.teacherOf.get(member)?.pinned !== undefined)
    const goesOrNot = { lower: isPinned ? 1 : 0, upper: 1, whole: true }
    writer.column({ means: { kind: 'goes', group }, cost: 0, ...goesOrNot }, new Entries().put(goes, -1))
    for (const move of listGroupMoves(ground, group)) {
      const entries = new Entries().put(goes, 1)
      for (const pair of move.moves) addMove(entries, frame, pair, rules.backbonePermille)
      entries.put(frame.teams, 1)
      const cost = move.moves.reduce((sum, pair) => sum + costOfMove(pair), 0)
      writer.column({ means: { kind: 'group', move }, cost, ...yesOrNo }, entries)
    }
  }
}

/** Back home before the term is over. */
function writeRecall({ writer, frame, costOfRecall }: Writing, teacher: Teacher): void {
  const entries = new Entries()
  const { stage } = teacher
  shift(entries, frame, teacher, { school: teacher.home, stage, by: 1 })
  shift(entries, frame, teacher, { school: teacher.placedAt!, stage, by: -1 })
  writer.column({ means: { kind: 'recall', teacher }, cost: costOfRecall, ...yesOrNo }, entries)
}
