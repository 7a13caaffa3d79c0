import { useSuspenseQuery } from '@tanstack/react-query'
import { asQuery } from '#ui/api.ts'
import { ProblemPage } from '#ui/problem-view.tsx'
import { Problem } from '#shared/problem.ts'
import { sessionApi } from '../session.contract.ts'
import { AccountsView } from './accounts-view.tsx'

const over = ['city', 'district']

/** The accounts over a city or a district, for who keeps them there. */
export default function AdminAccountsPage() {
  const { data: me } = useSuspenseQuery(asQuery(sessionApi.me, {}))
  const grant = me.grants.find(({ unitKind }) => over.includes(unitKind))
  if (!grant) return <ProblemPage error={new Problem('ui.notFound', 404, '')} />
  return <AccountsView unitId={grant.unitId} crumbs={[]} many={false} />
}
