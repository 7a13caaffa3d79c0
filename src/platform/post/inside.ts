import { lookup as resolveName, type LookupOptions } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** One list for each: an address of the old kind is also one of the new kind's, and would be found in its list. */
const inside4 = new BlockList()
const inside6 = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inside4.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 127],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inside6.addSubnet(net, bits, 'ipv6')

/** Whether an address of the network is the house's own, or no single machine's: nothing that a person types in leads there. */
export const isInside = (address: string): boolean =>
  isIP(address) === 6 ? inside6.check(address, 'ipv6') : inside4.check(address, 'ipv4')

const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, '')

/** Whether a host is written as an address inside; a name is looked up when the connection is made. */
export const isInsideHost = (hostname: string): boolean =>
  bare(hostname) === 'localhost' || (isIP(bare(hostname)) !== 0 && isInside(bare(hostname)))

export class InsideError extends Error {}

/** Looks a name up for a connection, and refuses it where it leads inside: what was checked is what is connected to. */
export const lookupOutside: LookupFunction = (hostname, options, callback) => {
  resolveName(hostname, { ...(options as LookupOptions), all: true }, (error, addresses) => {
    if (error) return callback(error, [])
    if (addresses.some(({ address }) => isInside(address))) return callback(new InsideError('inside'), [])
    const [first] = addresses
    if (options.all) callback(null, addresses)
    else callback(null, first!.address, first!.family)
  })
}
