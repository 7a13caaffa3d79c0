/** Percentage of numerator in denominator, two decimals, half up; null without a denominator. Exact for integers below 2^43. */
export function percentage(numerator: number, denominator: number): number | null {
  if (denominator === 0) return null
  return Math.floor((numerator * 20_000 + denominator) / (denominator * 2)) / 100
}
