import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'
import type { Endpoint } from '#shared/endpoint.ts'
import { call, type Given, type Received } from './api.ts'
import { tell, type Told } from './told.tsx'

interface After<E extends Endpoint> {
  /** What is said in one line when it is done; with `undo` a button stands beside it. */
  done?: (reply: Received<E>, given: Given<E>) => string | Told
  /** Follows at once: closing a form, going elsewhere. */
  then?: (reply: Received<E>, given: Given<E>) => void
}

/** Something that a person does: calls the endpoint, says that it is done, and lets every page read anew what it shows. */
export function useAct<E extends Endpoint>(
  endpoint: E,
  { done, then }: After<E> = {},
): UseMutationResult<Received<E>, unknown, Given<E>> {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (given: Given<E>) => call(endpoint, given),
    onSuccess: (reply, given) => {
      void queries.invalidateQueries()
      const said = done?.(reply, given)
      if (said !== undefined) tell(said)
      then?.(reply, given)
    },
  })
}
