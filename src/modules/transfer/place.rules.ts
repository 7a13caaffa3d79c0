import { majority } from './title.rules.ts'

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '')

/** 上海市闵行区颛桥镇学区 → 颛桥镇学区, where those places are known; a name that is nothing but a place stays. */
export function withoutPlace(name: string, places: readonly string[]): string {
  const text = plain(name)
  const place = places.find((one) => text.startsWith(one) && text.length > one.length + 2)
  return place ? withoutPlace(text.slice(place.length), places) : text
}

/** The known district that most school codes begin with (six digits); undefined where none does. */
export function districtOfCodes(codes: readonly string[], isDistrict: (id: number) => boolean): number | undefined {
  const districts = codes.map((code) => Number(/^\d{6}/.exec(plain(code))?.[0] ?? NaN))
  return majority(districts.map((id) => (isDistrict(id) ? id : undefined)))
}
