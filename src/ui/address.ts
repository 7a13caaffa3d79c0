import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

type Search = Record<string, string | undefined>

/** A plain query string, both ways: '?year=2023&q=wang'. The router's own would write JSON. */
export const readSearch = (text: string): Search => Object.fromEntries(new URLSearchParams(text))
export function writeSearch(search: Record<string, unknown>): string {
  const filled = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const text = new URLSearchParams(filled.map(([key, value]) => [key, String(value)])).toString()
  return text && `?${text}`
}

/** What stands in the address behind '?', and how to change some of it; the rest stays. */
export function useAddress(): [
  Search,
  (change: Record<string, string | number | undefined>, how?: 'push' | 'replace') => void,
] {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const change = useCallback(
    (part: Record<string, string | number | undefined>, how: 'push' | 'replace' = 'push') =>
      void navigate({
        to: '.',
        search: ((before: Search) => ({ ...before, ...part })) as never,
        replace: how === 'replace',
        resetScroll: false,
      }),
    [navigate],
  )
  return [search, change]
}

/** A number of the address, or undefined where it is missing or no number. */
export function asNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined
}

export const useParam = (name: string): string => (useParams({ strict: false }) as Record<string, string>)[name] ?? ''
