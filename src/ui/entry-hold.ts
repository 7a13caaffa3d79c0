import { createContext, useCallback, useContext, useEffect, useState } from 'react'

/** Takes one more, or one less, of what is on its way. */
export const EntryHold = createContext<(change: 1 | -1) => void>(() => undefined)

/** While something that belongs to a form is on its way, the form is not sent: it would be left behind. */
export function useHold(isHeld: boolean): void {
  const hold = useContext(EntryHold)
  useEffect(() => {
    if (!isHeld) return
    hold(1)
    return () => hold(-1)
  }, [hold, isHeld])
}

/** For the form: whether somebody wanted to send it too early, whether it may be sent now, and what it hands down. */
export function useHeld() {
  const [count, setCount] = useState(0)
  const [isTried, setTried] = useState(false)
  const hold = useCallback((change: 1 | -1) => {
    setCount((now) => now + change)
    setTried(false)
  }, [])
  const letPass = () => {
    setTried(count > 0)
    return count === 0
  }
  return { hold, letPass, waits: isTried && count > 0 }
}
