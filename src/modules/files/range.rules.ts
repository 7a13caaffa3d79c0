/** The one stretch that a `Range` header asks for, both ends counted (RFC 9110, 14); undefined: the whole file. */
export function rangeOf(header: string | undefined, bytes: number): { from: number; until: number } | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return undefined
  const from = first === '' ? Math.max(0, bytes - Number(last)) : Number(first)
  const until = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1)
  return from > until ? undefined : { from, until }
}
