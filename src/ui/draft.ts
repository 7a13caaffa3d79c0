import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'

export interface KeptDraft<T> {
  /** What was typed; undefined where nothing was. */
  typed: T | undefined
  type: (typed: T) => void
  /** Sent, or given up. */
  drop: () => void
}

/**
 * What is typed and not sent yet stays while one looks at other pages of the site, until one signs out; closing the window
 * asks first. Like every answer of the server it is forgotten with the account.
 */
export function useDraft<T>(name: string): KeptDraft<T> {
  const queries = useQueryClient()
  const [typed, setTyped] = useState(() => queries.getQueryData<T>(keyOf(name)))
  useEffect(() => {
    queries.setQueryDefaults(['draft'], { gcTime: Infinity })
    guard(queries)
  }, [queries])
  const type = useCallback(
    (next: T) => {
      queries.setQueryData(keyOf(name), next)
      setTyped(() => next)
    },
    [queries, name],
  )
  const drop = useCallback(() => {
    queries.removeQueries({ queryKey: keyOf(name) })
    setTyped(undefined)
  }, [queries, name])
  return { typed, type, drop }
}

const keyOf = (name: string) => ['draft', name]

const guarded = new WeakSet<QueryClient>()

function guard(queries: QueryClient): void {
  if (guarded.has(queries)) return
  guarded.add(queries)
  window.addEventListener('beforeunload', (event) => {
    if (queries.getQueryCache().findAll({ queryKey: ['draft'] }).length > 0) event.preventDefault()
  })
}
