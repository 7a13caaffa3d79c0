/**
 * What the planner is given: one cluster in one school year. Whole numbers only, and no names: the same input gives the
 * same plan anywhere, and nothing personal goes into the solver.
 */
export interface Instance {
  schools: readonly School[]
  /** The whole register: who stays counts too, in a subject and in the balance. */
  teachers: readonly Teacher[]
  needs: readonly Need[]
  /** Teachers of one school and stage who go together or not at all. */
  groups: readonly Group[]
  rules: Rules
  weights: Weights
}

export interface School {
  id: number
  /** In the plane, in steps of 100 m. */
  x: number
  y: number
  /** Pupils of each stage that is taught here. */
  pupils: Readonly<Record<string, number>>
  /** How strong a school is, 0 to 100: a team goes from a strong one to a weaker one. */
  standing: number
  /** How many teachers may leave or come at most, where the school has said so. */
  mostOut?: number
  mostIn?: number
}

export interface Teacher {
  id: string
  home: number
  stage: string
  /** Stages that this teacher may teach in. */
  stages: readonly string[]
  subject: string
  backbone: boolean
  eligible: boolean
  /** Where the way to school begins, as of schools. */
  x: number
  y: number
  /** Schools by rank, the dearest first. */
  ranked: readonly number[]
  attitude: Attitude
  /** Schools where this teacher has been too lately to go again. */
  lately: readonly number[]
  /** Must stay this year: the school keeps this teacher. */
  kept: boolean
  /** The school to which the office sends this teacher, whatever else the plan is. */
  pinned?: number
  /** Schools to which the office does not send this teacher. */
  barred?: readonly number[]
  /** Where a term goes on that began before; the teacher is not in this year's pool. */
  placedAt?: number
}

export const attitudes = ['willing', 'neutral', 'reluctant', 'refuses'] as const
export type Attitude = (typeof attitudes)[number]

/** How many teachers a school lacks (> 0) or has to spare (< 0) in a stage and subject. */
export interface Need {
  school: number
  stage: string
  subject: string
  lacks: number
}

export interface Group {
  id: string
  members: readonly string[]
}

/** What every plan keeps. */
export interface Rules {
  /** How many teachers move, the least and the most. */
  moves: { least: number; most: number }
  /** Of those who move, how many of a thousand are backbone teachers at least. */
  backbonePermille: number
  /** How many teams of two or more with a backbone teacher go to a weaker school. */
  teams: number
  /** How far the number of teachers of a subject may leave what a school needs. */
  slack: number
  /** Of the teachers of a subject in a school, how many of a hundred may leave or come at most. */
  subjectPercent: number
  /** How far a school's part in the moves may leave its fair share, of a hundred. */
  sharePercent: number
  /** By how many teachers a school may grow or shrink at most. */
  schoolSlack: number
  /** How far a way to school may get, in steps of 100 m; who lives farther from home already may go no farther. */
  farthest: number
  /** How much stronger a school must be to send a team. */
  standingGap: number
}

/** What a step of each aim weighs; the aims and their units are those of aims.ts. */
export interface Weights {
  balance: number
  demand: number
  wishes: number
  travel: number
}
