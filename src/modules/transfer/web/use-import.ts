import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { asQuery } from '#ui/api.ts'
import { importApi, type Import } from '../import.contract.ts'
import { handInApi } from '../hand-in.contract.ts'

const working = (one: Import | undefined) =>
  one !== undefined && (one.rechecking || ['waiting', 'checking', 'taking'].includes(one.status))

/** The import whose id stands in the address: asked for again while it works; `keep` puts a newer state in its place. */
export function useImport(id: string | undefined) {
  const queries = useQueryClient()
  const one = useQuery({
    ...asQuery(importApi.read, { params: { importId: id ?? '' } }),
    enabled: id !== undefined,
    refetchInterval: (query) => (working(query.state.data) ? 600 : false),
  })
  const keep = (changed: Import) =>
    queries.setQueryData(asQuery(importApi.read, { params: { importId: changed.id } }).queryKey, changed)
  useFreshAfter(one.data)
  return { one, keep }
}

/** When an import changes its state or was checked again, the records are stale; when it was taken, every figure may be. */
function useFreshAfter(one: Import | undefined): void {
  const queries = useQueryClient()
  const stands = one && `${one.status} ${one.rechecking}`
  const before = useRef(stands)
  useEffect(() => {
    if (!one || before.current === stands) return
    const taken = one.status === 'taken' && before.current !== undefined
    before.current = stands
    void queries.invalidateQueries({
      predicate: ({ queryKey: [path] }) =>
        taken ? path !== importApi.read.path : path === importApi.list.path || path === handInApi.read.path,
    })
  }, [one, stands, queries])
}
