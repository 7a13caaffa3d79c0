import { useCallback, useEffect, useState } from 'react'
import { isAway } from './ask.ts'
import { findKept, keep } from './kept.ts'

export interface Asked<T> {
  data: T | undefined
  error: unknown
  /** What is shown was kept on the phone: there is no network now. */
  isKept: boolean
  again: () => void
}

/** Asks when the page opens and again when told to; with a name, the last answer is kept for when there is no network. */
export function useAsked<T>(fetchIt: () => Promise<T>, on: readonly unknown[], keptAs?: string): Asked<T> {
  const [state, setState] = useState<Omit<Asked<T>, 'again'>>({ data: undefined, error: undefined, isKept: false })
  const [round, setRound] = useState(0)
  useEffect(() => {
    let isCurrent = true
    const show = (next: Omit<Asked<T>, 'again'>) => isCurrent && setState(next)
    const fall = async (error: unknown) => {
      const data = keptAs !== undefined && isAway(error) ? await findKept<T>(keptAs) : undefined
      show(data === undefined ? { data: undefined, error, isKept: false } : { data, error: undefined, isKept: true })
    }
    fetchIt().then((data) => {
      if (keptAs !== undefined) void keep(keptAs, data)
      show({ data, error: undefined, isKept: false })
    }, fall)
    return () => void (isCurrent = false)
  }, [...on, round])
  const again = useCallback(() => setRound((before) => before + 1), [])
  return { ...state, again }
}

/** Something that is done by a press: whether it is under way, and what went wrong. */
export function useDeed<A extends unknown[]>(
  deed: (...given: A) => Promise<unknown>,
): { run: (...given: A) => void; isBusy: boolean; error: unknown } {
  // prettier-ignore
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const run = (...given: A) => {
    if (isBusy) return
    setBusy(true)
    setError(undefined)
    deed(...given)
      .catch(setError)
      .finally(() => setBusy(false))
  }
  return { run, isBusy, error }
}
