import { To, useAddress } from '#phone/address.tsx'
import { ask } from '#phone/ask.ts'
import { Shown } from '#phone/pieces.tsx'
import { useAsked } from '#phone/use-ask.ts'
import type { signApi } from '../event.contract.ts'
import { SignedIn } from './signed-in.tsx'

/** Where the code of an activity leads: whoever scanned it is signed in at once. */
export default function SignPage() {
  const { search } = useAddress()
  const [eventId, code] = [search.get('e') ?? '', search.get('c') ?? '']
  const body = { way: '二维码' as const, code }
  const asked = useAsked(
    () => ask<typeof signApi.signIn>('POST /api/research-activities/:eventId/sign-ins', { params: { eventId }, body }),
    [eventId, code],
  )
  return (
    <>
      <h1>教研活动签到</h1>
      <Shown asked={asked}>{(answer) => <SignedIn answer={answer} />}</Shown>
      <To to="/research" className="m-link">
        看全部教研活动
      </To>
    </>
  )
}
