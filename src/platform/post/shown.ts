import type { Channel } from './letter.ts'

/** What may be shown of an address: the host of a bot (the rest is its key), and of a mail address all but the name. */
export function shownAddress({ channel, address }: { channel: Channel; address: string }): string {
  if (channel === 'webhook') return URL.canParse(address) ? `${new URL(address).host}/…` : '…'
  const [name = '', host = ''] = address.split('@')
  return `${name.slice(0, 2)}***@${host}`
}
