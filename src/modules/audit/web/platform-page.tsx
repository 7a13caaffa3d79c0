import { useSuspenseQuery } from '@tanstack/react-query'
import { sessionApi } from '#modules/identity/session.contract.ts'
import { Problem } from '#shared/problem.ts'
import { asQuery } from '#ui/api.ts'
import { places } from '#ui/places.ts'
import { ProblemPage } from '#ui/problem-view.tsx'
import { useWords } from '#ui/words.ts'
import { ChangesView } from './changes-view.tsx'
import { auditWords } from './words.ts'

const over = ['city', 'district']

/** What was done to accounts and to the platform, for who keeps them; of a district or city, for its bureau. */
export default function PlatformPage() {
  const t = useWords(auditWords)
  const { data: me } = useSuspenseQuery(asQuery(sessionApi.me, {}))
  const grant = me.grants.find(({ unitKind }) => over.includes(unitKind))
  if (!grant) return <ProblemPage error={new Problem('ui.notFound', 404, '')} />
  const keeper = me.can.includes('keepAccounts')
  return (
    <ChangesView
      unitId={grant.unitId}
      units={[]}
      crumbs={[{ text: grant.unitName, to: places.admin }]}
      {...(keeper && { lead: t('platform') })}
    />
  )
}
