import { dayInWords, dayOf, timeOf } from '#shared/day.ts'

/** 2026年10月14日 14:00–16:00, on the office's clock. */
export const spanInWords = ({ fromAt, untilAt }: { fromAt: string; untilAt: string }): string =>
  `${dayInWords(dayOf(new Date(fromAt)))} ${timeOf(new Date(fromAt))}–${timeOf(new Date(untilAt))}`

/** 2026年10月14日 14:05 */
export const momentInWords = (at: string): string => `${dayInWords(dayOf(new Date(at)))} ${timeOf(new Date(at))}`

export const today = (): string => dayOf(new Date())
