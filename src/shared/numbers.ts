/** Percentage of numerator in denominator, two decimals, half up; null without a denominator. Exact for integers below 2^43. */
export function percentage(numerator: number, denominator: number): number | null {
  if (denominator === 0) return null
  return Math.floor((numerator * 20_000 + denominator) / (denominator * 2)) / 100
}

/** 1,264 or 21.51: as a number stands in a sentence of the server's. */
export const inShort = (value: number): string => value.toLocaleString('zh-CN', { maximumFractionDigits: 2 })
