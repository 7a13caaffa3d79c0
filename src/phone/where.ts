import { Problem } from '#shared/problem.ts'

const refusals: Record<number, string> = {
  1: '没有允许定位。请在浏览器设置里允许定位，或改用扫码、备用码。',
  2: '手机现在定不了位，请到窗边再试，或改用扫码、备用码。',
  3: '定位超过 15 秒没有结果，请到窗边再试，或改用扫码、备用码。',
}

/** Where the phone believes to be, or in a sentence why it does not know. */
export function whereAmI(): Promise<GeolocationCoordinates> {
  const refuse = (words: string) => new Problem('phone.position', 0, words)
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator) || !isSecureContext) return reject(refuse('这个网址不是 https，浏览器不给定位，请扫码或用备用码。')) // prettier-ignore
    const options = { enableHighAccuracy: true, timeout: 15_000, maximumAge: 10_000 }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(coords),
      ({ code }) => reject(refuse(refusals[code] ?? refusals[2]!)),
      options,
    )
  })
}
