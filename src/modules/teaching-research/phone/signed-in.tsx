import type { Answer } from '#phone/ask.ts'
import type { signApi } from '../event.contract.ts'

/** That one is signed in, now or before. */
export const SignedIn = ({ answer: { state, event } }: { answer: Answer<typeof signApi.signIn> }) => (
  <div className="m-good" role="status">
    <strong>✓ {state === 'now' ? '已签到' : '之前已经签到过'}</strong>
    <span>{event.theme}</span>
    <span>
      {event.union}，{event.host}
    </span>
  </div>
)
