import { decimalsOf, inFigures } from '#ui/number.ts'
import type { HeldAgainst } from '../formation.contract.ts'

/** 20.00%, 5 门; — where nothing is known. */
export function ownInWords(value: number | null | undefined, unit: string): string {
  const figure = inFigures(value, decimalsOf(unit))
  return value === null || value === undefined ? figure : withUnit(figure, unit)
}

const withUnit = (figure: string, unit: string): string => (unit === '%' ? `${figure}%` : `${figure} ${unit}`)

/** The bars by which the gap is worked out, and those that ask for less: ≥ 20%; ≥ 5%、≥ 10%. */
export function barsInWords({ bars, unit }: Pick<HeldAgainst, 'bars' | 'unit'>): { counting: string; other: string } {
  const words = (wanted: boolean) =>
    bars
      .filter(({ counts }) => counts === wanted)
      .map(({ target }) => withUnit(target, unit))
      .join('、')
  return { counting: words(true), other: words(false) }
}
