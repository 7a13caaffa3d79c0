import type { PointMark } from './place.ts'

const RADIUS = 9
const SIGNED_RADIUS = 10
/** Pixels of the picture to one of the page. */
export const SHARP = 2

/** A mark as the map calls its picture. */
export const nameOfMark = ({ shape, colour, sign = '' }: PointMark): string => [shape, colour, sign].join(' ')

const markCalled = (name: string): PointMark => {
  const [shape, colour, sign] = name.split(' ') as [PointMark['shape'], string, string]
  return { shape, colour, sign }
}

/** A disc, ring or square of a colour, with a white rim. */
export function imageOf(name: string): ImageData {
  const { shape, colour, sign } = markCalled(name)
  const radius = sign ? SIGNED_RADIUS : RADIUS
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = radius * 2 * SHARP
  const pen = canvas.getContext('2d')!
  pen.scale(SHARP, SHARP)
  outline(pen, shape, radius)
  pen.fillStyle = shape === 'ring' ? '#fff' : colour
  pen.fill()
  pen.lineWidth = shape === 'ring' ? 4 : 2
  pen.strokeStyle = shape === 'ring' ? colour : '#fff'
  pen.stroke()
  if (sign) write(pen, sign, radius)
  return pen.getImageData(0, 0, canvas.width, canvas.height)
}

function outline(pen: CanvasRenderingContext2D, shape: PointMark['shape'], radius: number): void {
  pen.beginPath()
  if (shape === 'square') pen.rect(2, 2, radius * 2 - 4, radius * 2 - 4)
  else pen.arc(radius, radius, radius - (shape === 'ring' ? 3 : 2), 0, Math.PI * 2)
}

function write(pen: CanvasRenderingContext2D, sign: string, radius: number): void {
  pen.fillStyle = '#fff'
  pen.font = '600 11px sans-serif'
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(sign, radius, radius + 0.5)
}
