import { useAddress } from '#phone/address.tsx'
import { ask } from '#phone/ask.ts'
import { ShownCode } from '#phone/shown-code.tsx'
import type { walkApi } from '../walk.contract.ts'

/** What is shown at a stop of a route. */
export default function StopCodePage() {
  const { search } = useAddress()
  const [unitId, routeId, stopId] = [Number(search.get('u')), search.get('r') ?? '', search.get('s') ?? '']
  const params = { unitId, routeId, stopId }
  return (
    <ShownCode
      of={[unitId, routeId, stopId]}
      fetchIt={() => ask<typeof walkApi.code>('GET /api/units/:unitId/study-routes/:routeId/stops/:stopId/code', { params })} // prettier-ignore
      titleOf={({ stop, route }) => ({ place: stop, holder: route })}
    />
  )
}
