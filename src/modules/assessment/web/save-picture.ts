/** How many dots of the saved picture stand for one of the drawing: sharp in print across an A4 page. */
const DOTS = 3

/** Saves a drawing as a file of its own. */
export function saveSvg(drawing: SVGSVGElement, name: string): void {
  save(svgOf(drawing), `${name}.svg`)
}

/** Saves a drawing as a picture, for where a drawing cannot go. */
export async function savePng(drawing: SVGSVGElement, name: string): Promise<void> {
  const { width, height } = drawing.viewBox.baseVal
  const url = URL.createObjectURL(svgOf(drawing))
  try {
    const image = new Image(width, height)
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * DOTS
    canvas.height = height * DOTS
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (blob) save(blob, `${name}.png`)
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** The drawing with its size, without what only the page needs. */
function svgOf(drawing: SVGSVGElement): Blob {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  const { width, height } = drawing.viewBox.baseVal
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  for (const element of copy.querySelectorAll('[tabindex]'))
    for (const name of ['tabindex', 'role', 'aria-pressed', 'class']) element.removeAttribute(name)
  copy.removeAttribute('class')
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' })
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
