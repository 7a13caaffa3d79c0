/** How long the code that confirms a mail address holds, and how often it may be guessed. */
export const CODE_MINUTES = 30
export const CODE_TRIES = 5

export interface CodeState {
  codeUntil: Date | null
  codeTries: number
}

/** Whether a code may still be tried. */
export const isCodeOpen = ({ codeUntil, codeTries }: CodeState, now: Date): boolean =>
  codeUntil !== null && codeUntil > now && codeTries < CODE_TRIES

/** Whose bot an address must belong to: a secret pasted into the wrong field would go to a stranger. */
const hostOf: Record<string, string> = { wecom: 'qyapi.weixin.qq.com', dingtalk: 'oapi.dingtalk.com' }

/** The host that a bot's address must have, where the address has another; a machine inside may stand in for it. */
export function hostMissed(bot: string, address: string, isStandIn: boolean): string | undefined {
  const host = hostOf[bot]
  return host === undefined || isStandIn || new URL(address).hostname === host ? undefined : host
}
