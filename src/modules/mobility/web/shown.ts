import { dayInWords } from '#shared/day.ts'
import type { Say } from '#ui/words.ts'
import type { RotationLine } from '../rotation.contract.ts'
import type { mobilityWords } from './words.ts'

type T = Say<keyof typeof mobilityWords.zh>

export const spanOf = (t: T, { startOn, endOn }: Pick<RotationLine, 'startOn' | 'endOn'>): string =>
  endOn
    ? t('spanOf', { from: dayInWords(startOn), to: dayInWords(endOn) })
    : t('spanOpen', { from: dayInWords(startOn) })

export const loadOf = (t: T, { ftePercent, weeklyLessons }: RotationLine): string => {
  if (ftePercent === null) return '—'
  return weeklyLessons === null
    ? t('loadOf', { percent: ftePercent })
    : t('loadLessons', { percent: ftePercent, lessons: weeklyLessons })
}

export const wayOf = (t: T, { fromSchool, toSchool }: Pick<RotationLine, 'fromSchool' | 'toSchool'>): string =>
  t('wayOf', { from: fromSchool, to: toSchool })

export const servedOf = (t: T, { served, years, status }: RotationLine): string =>
  status === '已撤销' ? '—' : years === 0 ? t('servedShort') : t('servedOf', { served, years })
