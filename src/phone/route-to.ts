import type { Spot } from '#shared/spot.ts'

/** The way from here to a place, in the map that most phones have; without a point the map looks for the address. */
export function routeTo({ name, address, longitude, latitude }: Spot): string {
  const at = (path: string, asked: Record<string, string>) =>
    `https://uri.amap.com/${path}?${new URLSearchParams({ ...asked, src: 'yanzhen', callnative: '1' }).toString()}`
  if (longitude === null || latitude === null) return at('search', { keyword: address })
  // A comma would end the name, and a blank would come as a plus.
  const to = [longitude, latitude, name.replaceAll(/[,\s]+/g, '，')].join(',')
  return at('navigation', { to, mode: 'bus', coordinate: 'wgs84' })
}
