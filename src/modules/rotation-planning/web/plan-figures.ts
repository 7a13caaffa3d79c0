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

/** The figures by which plans are chosen, in the order of the aims. */
export const rowsOf = (t: T): { key: string; title: string; value: (figures: PlanFigures) => string }[] => [
  { key: 'moves', title: t('moves'), value: ({ moves }) => inFigures(moves) },
  { key: 'rate', title: t('rate'), value: ({ rate }) => inFigures(rate, 2) },
  { key: 'backbone', title: t('backboneShare'), value: ({ backboneShare }) => inFigures(backboneShare, 2) },
  { key: 'unmet', title: t('unmet'), value: ({ unmet }) => inFigures(unmet) },
  { key: 'named', title: t('named'), value: ({ namedChoice }) => inFigures(namedChoice) },
  { key: 'first', title: t('first'), value: ({ firstChoice }) => inFigures(firstChoice) },
  { key: 'reluctant', title: t('reluctant'), value: ({ reluctant }) => inFigures(reluctant) },
  { key: 'way', title: t('averageWay'), value: (figures) => inFigures(meanWay(figures), 1) },
  { key: 'longest', title: t('longestWay'), value: ({ longest }) => inFigures(longest / 1000, 1) },
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
