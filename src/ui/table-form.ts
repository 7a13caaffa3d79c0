import { useLayoutEffect, useState, type RefObject } from 'react'
import { useNarrow } from './use-narrow.ts'

/** How a table stands: whole, scrolling inside its region, or on a phone each row as a block of named values. */
export type TableForm = 'whole' | 'scrolls' | 'stacked'

/** A table is stacked where it does not fit a phone; one that is read across and down, a matrix, scrolls. */
export function useTableForm(region: RefObject<HTMLElement | null>, matrix: boolean): TableForm {
  const narrow = useNarrow()
  // Once too wide it stays stacked while the window is a phone's: its rows say no more how wide they would be.
  const [over, setOver] = useState(false)
  const form = !over ? 'whole' : narrow && !matrix ? 'stacked' : 'scrolls'
  const stacked = form === 'stacked'
  useLayoutEffect(() => {
    const element = region.current
    if (!element || stacked) return
    const measure = () => setOver(element.scrollWidth > element.clientWidth + 1)
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    if (element.firstElementChild) watch.observe(element.firstElementChild)
    return () => watch.disconnect()
  }, [region, stacked])
  return form
}
