import { useSyncExternalStore } from 'react'

const narrow = '(max-width: 720px)'

/** Whether the window is a phone's. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      const query = matchMedia(narrow)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => matchMedia(narrow).matches,
  )
