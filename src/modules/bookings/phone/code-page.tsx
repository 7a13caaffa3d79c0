import { ask } from '#phone/ask.ts'
import { To, useAddress } from '#phone/address.tsx'
import { ShownCode } from '#phone/shown-code.tsx'
import type { hostApi } from '../check-in.contract.ts'

/** What hangs at the door of a venue. */
export default function CodePage() {
  const venueId = useAddress().search.get('v') ?? ''
  return (
    <>
      <ShownCode
        of={[venueId]}
        fetchIt={() => ask<typeof hostApi.code>('GET /api/venues/:venueId/code', { params: { venueId } })}
        titleOf={({ venue, host }) => ({ place: venue, holder: host })}
      />
      <To to="/host" className="m-link">
        返回本校场馆
      </To>
    </>
  )
}
