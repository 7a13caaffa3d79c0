import { useAddress } from '#phone/address.tsx'
import { ask } from '#phone/ask.ts'
import { ShownCode } from '#phone/shown-code.tsx'
import type { signApi } from '../event.contract.ts'

/** What is shown where an activity is held. */
export default function EventCodePage() {
  const eventId = useAddress().search.get('e') ?? ''
  return (
    <ShownCode
      of={[eventId]}
      fetchIt={() => ask<typeof signApi.code>('GET /api/research-activities/:eventId/code', { params: { eventId } })}
      titleOf={({ theme, union }) => ({ place: theme, holder: union })}
    />
  )
}
