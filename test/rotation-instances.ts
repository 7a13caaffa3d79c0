import type { Attitude, Group, Instance, Need, School, Teacher } from '#modules/rotation-planning/engine/instance.ts'
import { Dice } from './dice.ts'

export interface InstanceSize {
  seed?: number
  schools?: number
  teachers?: number
  eligible?: number
  moves?: number
  groups?: number
  teams?: number
  slack?: number
  running?: number
  /** Of the square that the cluster lies in, in kilometres. */
  side?: number
}

const usual = { seed: 1, schools: 36, teachers: 1308, eligible: 465, moves: 100, groups: 4, teams: 4, slack: 1, running: 30, side: 7 } // prettier-ignore
type Size = typeof usual

/** Kinds of school in the proportion of a real cluster: the stages they teach, how many of 36, and how large they are. */
const kinds: readonly [stages: readonly string[], of36: number, size: number][] = [
  [['幼儿园'], 16, 26],
  [['小学'], 9, 40],
  [['初中'], 5, 48],
  [['小学', '初中'], 4, 72],
  [['初中', '高中'], 1, 90],
  [['高中'], 1, 70],
]

/** Subjects of each stage, and how often they are taught. */
const subjects: Record<string, Record<string, number>> = {
  幼儿园: { 学前: 900, 体育: 50, 美术: 50 },
  小学: { 语文: 300, 数学: 220, 英语: 120, 体育: 90, 音乐: 50, 美术: 50, 自然: 60, 道法: 50, 信息: 30, 劳动: 30 },
  初中: { 语文: 170, 数学: 170, 英语: 160, 物理: 70, 化学: 40, 生物: 40, 地理: 40, 历史: 50, 道法: 50, 体育: 80, 音乐: 40, 美术: 40, 信息: 30, 劳动: 20 }, // prettier-ignore
  高中: { 语文: 150, 数学: 150, 英语: 150, 物理: 100, 化学: 90, 生物: 70, 地理: 60, 历史: 60, 道法: 60, 体育: 60, 音乐: 15, 美术: 15, 信息: 20 }, // prettier-ignore
}

const nextStage: Record<string, string> = { 小学: '初中', 初中: '小学', 高中: '初中' }

/** An invented cluster of a real size; the same numbers give the same cluster on every machine. */
export function inventInstance(size: InstanceSize = {}): Instance {
  const asked = { ...usual, ...size }
  const dice = new Dice(asked.seed)
  const schools = inventSchools(dice, asked)
  const teachers = markEligible(
    dice,
    asked,
    schools.flatMap((school) => inventStaff(dice, asked, school)),
  )
  for (const teacher of teachers) if (teacher.eligible) wish(dice, teacher, schools)
  place(dice, asked, teachers, schools)
  return {
    schools: schools.map(({ id, x, y, pupils, standing }) => ({ id, x, y, pupils, standing })),
    teachers: teachers.map(({ years: _, exempt: __, ...teacher }) => teacher),
    needs: inventNeeds(dice, teachers, schools),
    groups: inventGroups(dice, asked, teachers),
    rules: {
      moves: { least: asked.moves, most: asked.moves },
      backbonePermille: 200,
      teams: asked.teams,
      slack: asked.slack,
      sharePercent: 50,
      schoolSlack: asked.slack + 1,
      subjectPercent: 34,
      farthest: 120,
      standingGap: 25,
    },
    weights: { balance: 4, demand: 1, wishes: 1, travel: 1 },
  }
}

interface Site extends School {
  stages: readonly string[]
  size: number
}

type Changing<T> = { -readonly [K in keyof T]: T[K] }
type Person = Changing<Teacher> & { years: number; exempt: boolean }

function inventSchools(dice: Dice, { schools, teachers, side }: Size): Site[] {
  const all = kinds.flatMap((kind) => Array<typeof kind>(Math.max(1, Math.round((kind[1] * schools) / 36))).fill(kind))
  const those = Array.from({ length: schools }, (_, at) => all[at % all.length]!)
  const found = those.map(([stages, , size], at) => ({
    id: at + 1,
    x: dice.below(side * 10 + 1),
    y: dice.below(side * 10 + 1),
    standing: 20 + dice.below(80),
    stages,
    size: Math.round((size * (70 + dice.below(61))) / 100),
    pupils: {},
  }))
  fit(found, teachers)
  return found.map((school) => ({ ...school, pupils: inventPupils(dice, school) }))
}

/** Sizes of the schools that add up to the number of teachers. */
function fit(schools: { size: number }[], teachers: number): void {
  const before = schools.reduce((sum, { size }) => sum + size, 0)
  for (const school of schools) school.size = Math.max(8, Math.floor((school.size * teachers) / before))
  let left = teachers - schools.reduce((sum, { size }) => sum + size, 0)
  for (let at = 0; left !== 0; at = (at + 1) % schools.length) {
    schools[at]!.size += Math.sign(left)
    left -= Math.sign(left)
  }
}

function inventPupils(dice: Dice, { size, stages }: Pick<Site, 'size' | 'stages'>): Record<string, number> {
  const all = size * (stages[0] === '幼儿园' ? 12 : 14) + dice.below(60)
  const first = stages.length === 1 ? all : Math.round(all * 0.55)
  return Object.fromEntries(stages.map((stage, at) => [stage, at === 0 ? first : all - first]))
}

const inventStaff = (dice: Dice, { side }: Size, school: Site): Person[] =>
  Array.from({ length: school.size }, (_, at) => inventTeacher(dice, side * 10, school, at))

function inventTeacher(dice: Dice, side: number, school: Site, at: number): Person {
  const stage = school.stages[school.stages.length > 1 && !dice.permille(550) ? 1 : 0]!
  const subject = dice.pick(subjects[stage]!)
  const years = dice.permille(350) ? dice.below(4) : dice.permille(600) ? 4 + dice.below(8) : 10 + dice.below(22)
  const near = (centre: number) => Math.max(0, Math.min(side, centre + dice.below(51) - 25))
  const far = () => dice.below(side * 2) - (side >> 1)
  const isFar = dice.permille(200)
  const other = nextStage[stage]
  return {
    id: `t${String(school.id).padStart(3, '0')}-${String(at).padStart(3, '0')}`,
    home: school.id,
    stage,
    stages: other && dice.permille(50) && subject in subjects[other]! ? [stage, other] : [stage],
    subject,
    backbone: dice.permille(120 + school.standing * 2),
    eligible: false,
    x: isFar ? far() : near(school.x),
    y: isFar ? far() : near(school.y),
    ranked: [],
    attitude: 'neutral',
    lately: [],
    kept: false,
    years,
    exempt: dice.permille(60),
  }
}

/** So many as are asked for, of those who are long enough at their school, the longest first. */
function markEligible(dice: Dice, { eligible }: Size, teachers: Person[]): Person[] {
  const may = teachers.filter(({ years, exempt }) => years >= 6 && !exempt)
  const order = may.map((teacher) => ({ teacher, at: teacher.years * 1000 + dice.below(1000) }))
  order.sort((a, b) => b.at - a.at || (a.teacher.id < b.teacher.id ? -1 : 1))
  for (const { teacher } of order.slice(0, eligible)) teacher.eligible = true
  return teachers
}

function wish(dice: Dice, teacher: Person, schools: readonly Site[]): void {
  const others = schools.filter(({ id, pupils }) => id !== teacher.home && teacher.stage in pupils)
  if (others.length === 0) return
  if (dice.permille(250)) {
    const { id } = others[dice.below(others.length)]!
    if (1 + dice.below(10) <= 6) teacher.lately = [id]
  }
  teacher.attitude = dice.pick<Attitude>({ neutral: 400, willing: 250, reluctant: 230, refuses: 120 })
  if (teacher.attitude === 'neutral') teacher.ranked = rank(dice, teacher, others)
}

/** The near and the strong are liked; and then there is what nobody knows. */
function rank(dice: Dice, { x, y }: Person, others: readonly Site[]): number[] {
  const liked = others.map(({ id, standing, ...at }) => ({
    id,
    cost: Math.floor(Math.hypot(at.x - x, at.y - y)) * 10 - standing * 2 + dice.below(300),
  }))
  liked.sort((a, b) => a.cost - b.cost || a.id - b.id)
  return liked.slice(0, 1 + dice.below(5)).map(({ id }) => id)
}

/** Placements of the year before that go on. */
function place(dice: Dice, { running }: Size, teachers: readonly Person[], schools: readonly Site[]): void {
  const may = teachers.filter(({ eligible, exempt, years }) => !eligible && !exempt && years >= 4)
  for (let n = 0; n < running && may.length > 0; n++) {
    const [teacher] = may.splice(dice.below(may.length), 1)
    const others = schools.filter(({ id, pupils }) => id !== teacher!.home && teacher!.stage in pupils)
    if (others.length > 0) teacher!.placedAt = others[dice.below(others.length)]!.id
  }
}

/** One school lacks a teacher of a subject that another has to spare. */
function inventNeeds(dice: Dice, teachers: readonly Person[], schools: readonly Site[]): Need[] {
  const needs: Need[] = []
  for (const [stage, taught] of Object.entries(subjects))
    for (const subject of Object.keys(taught)) {
      const those = schools.filter(({ pupils }) => stage in pupils)
      for (let n = Math.round(those.length * 0.12); those.length >= 4 && n > 0; n--) {
        const [from, to] = [those[dice.below(those.length)]!.id, those[dice.below(those.length)]!.id]
        const has = teachers.filter((one) => one.home === from && one.stage === stage && one.subject === subject).length
        if (from !== to && has >= 3)
          needs.push({ school: from, stage, subject, lacks: -1 }, { school: to, stage, subject, lacks: 1 })
      }
    }
  return needs
}

function inventGroups(dice: Dice, { groups }: Size, teachers: readonly Person[]): Group[] {
  const found: Group[] = []
  const used = new Set<string>()
  const may = teachers.filter(({ eligible, attitude }) => eligible && attitude !== 'refuses')
  for (let tries = 0; found.length < groups && tries < groups * 50; tries++) {
    const lead = may[dice.below(may.length)]!
    if (!lead.backbone || used.has(lead.id)) continue
    const mates = may.filter((one) => one.home === lead.home && one.stage === lead.stage && one.subject !== lead.subject && !used.has(one.id)) // prettier-ignore
    const more = 1 + dice.below(3)
    if (mates.length < more) continue
    const members = [lead, ...Array.from({ length: more }, () => mates.splice(dice.below(mates.length), 1)[0]!)]
    for (const { id } of members) used.add(id)
    found.push({ id: `g${found.length + 1}`, members: members.map(({ id }) => id) })
  }
  return found
}
