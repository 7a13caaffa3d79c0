import { useCallback, useSyncExternalStore } from 'react'

/** Whether the window is a phone's. */
export const useNarrow = (): boolean => !useIsAtLeast(721)

/** Whether the window is so many pixels wide. */
export function useIsAtLeast(width: number): boolean {
  const wide = `(min-width: ${width}px)`
  const listen = useCallback(
    (listener: () => void) => {
      const query = matchMedia(wide)
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    [wide],
  )
  return useSyncExternalStore(listen, () => matchMedia(wide).matches)
}
