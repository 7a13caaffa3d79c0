/** What a picture may weigh when it is sent: the browser makes it small before. */
export const PICTURE_KB = 400
/** The longer side of a picture as it is sent. */
export const PICTURE_SIDE = 1600
/** So many of one place. */
export const MOST_PICTURES = 8

export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp'

const starts = (bytes: Uint8Array, at: number, ...signs: number[]): boolean =>
  signs.every((sign, n) => bytes[at + n] === sign)

/** What a file is by its first bytes, whatever it is called; undefined where it is no picture. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | undefined {
  if (starts(bytes, 0, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (starts(bytes, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  // RIFF, four bytes of length, WEBP
  const isWebp = starts(bytes, 0, 0x52, 0x49, 0x46, 0x46) && starts(bytes, 8, 0x57, 0x45, 0x42, 0x50)
  return isWebp ? 'image/webp' : undefined
}

/** The same shape with its longer side no longer than `side`. */
export function fitted(width: number, height: number, side: number): { width: number; height: number } {
  const share = Math.min(1, side / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) }
}
