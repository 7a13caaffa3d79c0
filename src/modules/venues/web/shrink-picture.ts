import { fitted, PICTURE_KB, PICTURE_SIDE } from '../picture.rules.ts'

export interface Small {
  file: File
  width: number
  height: number
}

/** From good to just good enough, then smaller. */
const QUALITIES = [0.85, 0.75, 0.6, 0.5]
const SIDES = [PICTURE_SIDE, 1200, 900, 600]

/** Makes a photograph small enough to be sent; undefined where the browser cannot read it as a picture. */
export async function shrinkPicture(file: File): Promise<Small | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (!picture) return undefined
  for (const side of SIDES) {
    const small = await drawn(picture, side, file.name)
    if (small) return small
  }
  return undefined
}

async function drawn(picture: ImageBitmap, side: number, name: string): Promise<Small | undefined> {
  const { width, height } = fitted(picture.width, picture.height, side)
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  const brush = canvas.getContext('2d')
  if (!brush) return undefined
  // A JPEG has no see-through parts: what was see-through is white.
  brush.fillStyle = '#fff'
  brush.fillRect(0, 0, width, height)
  brush.drawImage(picture, 0, 0, width, height)
  for (const quality of QUALITIES) {
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
    if (blob && blob.size <= PICTURE_KB * 1024)
      return { file: new File([blob], name, { type: blob.type }), width, height }
  }
  return undefined
}
