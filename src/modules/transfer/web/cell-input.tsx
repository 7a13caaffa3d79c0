import { useImperativeHandle, useRef, useState, type RefObject } from 'react'
import { useWords } from '#ui/words.ts'
import type { RefusedSheet } from '../correction.contract.ts'
import type { Chosen } from './correction-grid.tsx'
import { choicesOf } from './choices.ts'
import { correctionWords } from './correction-words.ts'

export interface CellInputHandle {
  /** Waits for what is typed next, unless the person has turned elsewhere. */
  await(): void
  /** Turns to the chosen cell, wherever the person was. */
  take(): void
  /** Whether a key is the grid's to handle. */
  leaves(event: KeyboardEvent): boolean
}

interface Given {
  ref: RefObject<CellInputHandle | null>
  grid: RefObject<HTMLElement | null>
  chosen: Chosen | undefined
  sheet: RefusedSheet
  onText: (text: string) => void
  /** The person came in by the Tab key and has chosen no cell yet. */
  onEnter: () => void
}

/**
 * A field that waits, unseen, over the chosen cell: Chinese is composed in a field or not at all, and when its first key
 * arrives it is too late to open one. While something is composed it shows itself; Enter and leaving it keep the text.
 */
export function CellInput({ ref, grid, chosen, sheet, onText, onEnter }: Given) {
  const t = useWords(correctionWords)
  const field = useRef<HTMLInputElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number; width: number; height: number }>()
  const column = sheet.columns.find(({ title }) => title === chosen?.column)
  const choices = column && choicesOf(column)
  const close = (keep: boolean) => {
    const text = field.current?.value ?? ''
    if (field.current) field.current.value = ''
    setPlace(undefined)
    if (keep && place && text !== '') onText(text)
  }
  useImperativeHandle(ref, () => ({
    take: () => field.current?.focus({ preventScroll: true }),
    await: () =>
      setTimeout(() => {
        if (chosen && isNowhere(document.activeElement)) field.current?.focus({ preventScroll: true })
      }),
    leaves: (event) => {
      const inField = event.target === field.current
      if (!inField) return isWithin(grid.current, event.target)
      // The Tab key leads out of the grid, so that nobody is caught in it.
      if (place !== undefined || event.key === 'Tab') return false
      if (event.key === 'F2') return (grid.current && press(event), false)
      return !event.isComposing && event.keyCode !== 229
    },
  }))
  return (
    <input
      ref={field}
      className={place ? 'cell-input' : 'cell-input waits'}
      style={place}
      aria-label={chosen ? t('valueOf', { place: t('typeHere'), column: chosen.column }) : t('typeHere')}
      onFocus={() => (chosen ? undefined : onEnter())}
      autoComplete="off"
      {...(choices && place && { list: choices })}
      onCompositionStart={() => setPlace(placeOf(grid.current))}
      onInput={() => setPlace(place ?? placeOf(grid.current))}
      onKeyDown={(event) => {
        if (!place || event.nativeEvent.isComposing) return
        if (event.key === 'Escape') close(false)
        else if (event.key === 'Enter' || event.key === 'Tab') {
          event.preventDefault()
          close(true)
          press(event.nativeEvent, event.key === 'Enter' ? 'ArrowDown' : 'ArrowRight')
        }
      }}
      onBlur={() => close(true)}
    />
  )
}

/** Whether no other field or button has been turned to. */
const isNowhere = (active: Element | null) =>
  active === null || active === document.body || active.matches('revo-grid, revo-grid :not(input)')

/** Outside of the grid, keys are nobody's of its. */
const isWithin = (grid: HTMLElement | null, target: EventTarget | null) =>
  target === document || target === document.body || (target instanceof Node && (grid?.contains(target) ?? false))

/** Hands a key on to the grid, by the name that it goes by there. */
function press(event: KeyboardEvent, code = 'Enter'): void {
  event.preventDefault()
  setTimeout(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: code, code, bubbles: true })))
}

/** Where the chosen cell stands within the grid's box. */
function placeOf(grid: HTMLElement | null) {
  const cell = [...(grid?.querySelectorAll('revogr-focus') ?? [])]
    .map((element) => element.getBoundingClientRect())
    .find(({ width }) => width > 0)
  const box = grid?.parentElement?.getBoundingClientRect()
  if (!cell || !box) return { left: 0, top: 0, width: 160, height: 32 }
  return { left: cell.left - box.left, top: cell.top - box.top, width: Math.max(cell.width, 120), height: cell.height }
}
