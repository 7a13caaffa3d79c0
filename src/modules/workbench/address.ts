import type { Config } from '#platform/config.ts'
import type { Bot } from '#platform/post/letter.ts'
import { seal, unseal } from '#platform/seal.ts'

/** Where a channel leads: the mail address, or the address of a bot with the secret that its messages are signed with. */
export interface Address {
  address: string
  secret?: string
}

const PURPOSE = 'channel'

export const sealAddress = ({ dataDir }: Config, address: Address): Buffer =>
  seal(dataDir, PURPOSE, JSON.stringify(address))

/** What a channel leads to, as a letter wants it; of another key (a restored backup without it) it leads nowhere. */
export function openAddress(
  { dataDir }: Config,
  { address, bot }: { address: string | Buffer; bot: Bot | null },
): Address & { bot?: Bot } {
  const sealed = typeof address === 'string' ? Buffer.from(address, 'hex') : address
  const text = unseal(dataDir, PURPOSE, sealed)
  const open = text === undefined ? { address: '' } : (JSON.parse(text) as Address)
  return { ...open, ...(bot && { bot }) }
}
