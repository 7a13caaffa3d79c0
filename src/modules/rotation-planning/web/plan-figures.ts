import type { Say } from '#ui/words.ts'
import { inFigures } from '#ui/number.ts'
import type { Bend, PlanFault, PlanFigures } from '../plan.contract.ts'
import type { planWords } from './plan-words.ts'
import type { ruleWords } from './rule-words.ts'

type T = Say<keyof typeof planWords.zh>
type R = Say<keyof typeof ruleWords.zh>

/** Mean of the longer ways, in kilometres. */
export const meanWay = ({ metres, moves }: PlanFigures): number => (moves === 0 ? 0 : metres / moves / 1000)
export const gapSum = ({ gaps }: PlanFigures): number => gaps.reduce((sum, { after }) => sum + after, 0)
export const namedShare = ({ namedChoice, moves }: PlanFigures): number =>
  moves === 0 ? 0 : (100 * namedChoice) / moves

export interface FigureRow {
  key: string
  title: string
  of: (figures: PlanFigures) => number
  digits: number
  /** Which end is the better one; undefined where neither is. */
  better?: 'most' | 'least'
}

/** The figures by which plans are chosen, in the order of the aims. */
export const rowsOf = (t: T): FigureRow[] => [
  { key: 'moves', title: t('moves'), of: ({ moves }) => moves, digits: 0 },
  { key: 'rate', title: t('rate'), of: ({ rate }) => rate, digits: 2 },
  { key: 'backbone', title: t('backboneShare'), of: ({ backboneShare }) => backboneShare, digits: 2, better: 'most' },
  { key: 'unmet', title: t('unmet'), of: ({ unmet }) => unmet, digits: 0, better: 'least' },
  { key: 'named', title: t('named'), of: ({ namedChoice }) => namedChoice, digits: 0, better: 'most' },
  { key: 'first', title: t('first'), of: ({ firstChoice }) => firstChoice, digits: 0, better: 'most' },
  { key: 'reluctant', title: t('reluctant'), of: ({ reluctant }) => reluctant, digits: 0, better: 'least' },
  { key: 'way', title: t('averageWay'), of: meanWay, digits: 1, better: 'least' },
  { key: 'longest', title: t('longestWay'), of: ({ longest }) => longest / 1000, digits: 1, better: 'least' },
]

export const gapWords = (t: T, { gaps }: PlanFigures): string =>
  gaps.map(({ stage, before, after }) => t('gapOf', { stage, before: inFigures(before, 2), after: inFigures(after, 2) })).join('；') || '—' // prettier-ignore

/** A broken rule in words: whom, where, what it is and what it may be. */
export function faultWords(t: R, fault: PlanFault): string {
  const { teacherName, schoolName, least, most } = fault
  const range = least !== undefined && most !== undefined ? t('between', { least, most }) : least !== undefined ? t('atLeast', { least }) : t('atMost', { most: most ?? 0 }) // prettier-ignore
  const words = t(`fault_${fault.rule}` as 'fault_moves', {
    found: fault.found ?? 0,
    subject: fault.subject ?? '',
    range,
  })
  const where = [teacherName, schoolName].filter(Boolean).join('，')
  return where ? `${where}：${words}` : words
}

const perThousand = new Set(['backbone'])
const inSteps = new Set(['distance'])

/** How little a rule would have to bend, in words. */
export function bendWords(t: R, bend: Bend): string {
  if (bend.is !== undefined && bend.could !== undefined) {
    const shown = (n: number) => inFigures(perThousand.has(bend.rule) || inSteps.has(bend.rule) ? n / 10 : n, perThousand.has(bend.rule) || inSteps.has(bend.rule) ? 1 : 0) // prettier-ignore
    return t('bendCould', {
      is: shown(bend.is),
      could: shown(bend.could),
      unit: t(`unit_${bend.rule}` as 'unit_moves'),
    })
  }
  if (bend.teachers?.length) return t('bendTeachers', { names: bend.teachers.map(({ name, schoolName }) => `${name}（${schoolName}）`).join('、') }) // prettier-ignore
  if (bend.schools?.length) return bend.schools.map(({ schoolName, way, more }) => t(way === 'out' ? 'bendOut' : 'bendIn', { school: schoolName, more })).join('；') // prettier-ignore
  return t('bendNone')
}
