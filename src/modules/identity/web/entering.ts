import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { asQuery } from '#ui/api.ts'
import { sessionApi, type Me } from '../session.contract.ts'

/** Only a path of this site; a foreign address in the link would lead people away. */
const safe = (from: string | undefined) => (from && /^\/(?![/\\])/.test(from) ? from : '/')

/** Lets a person in who has signed in: nothing of who was there before stays. */
export function useEntering(): (me: Me, from?: string) => void {
  const router = useRouter()
  const queries = useQueryClient()
  return (me, from) => {
    queries.clear()
    queries.setQueryData(asQuery(sessionApi.me, {}).queryKey, me)
    router.history.push(safe(from))
  }
}
