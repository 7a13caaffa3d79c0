/** The page of GB/T 9704-2012: 22 lines of 28 characters between margins of 37, 35, 28 and 26 mm. Lengths in points unless said. */
export const page = { top: 37, bottom: 35, left: 28, right: 26 } as const

const POINTS_IN_MM = 72 / 25.4
/** 3号 */
export const BODY = 16
/** 2号 */
export const TITLE = 22
/** 4号 */
export const FOLIO = 14
/** 小四, 五号 */
export const CAPTION = 12
export const SMALL = 10.5
/** 225 mm hold 22 lines; a whole number of twentieths of a point, so that Word and the PDF keep the same step. */
export const PITCH = 28.95
export const LINES = 22
export const CHARACTERS = 28
export const TEXT_WIDTH = (210 - page.left - page.right) * POINTS_IN_MM
/** The step from character to character on a line of 28. */
export const ADVANCE = Math.floor((TEXT_WIDTH / CHARACTERS) * 1000) / 1000
/** A line within a table: half a line of the page. */
export const CELL_LINE = PITCH / 2
export const CELL_PAD = PITCH / 8
/** A table of so many rows stands on one page, which leaves a fifth of a page empty at most; a longer one goes on, under its head. */
export const KEPT_ROWS = 6
/** A chart takes seven lines. */
export const CHART_HEIGHT = PITCH * 7

export const twips = (points: number): number => Math.round(points * 20)
export const twipsOfMm = (mm: number): number => twips(mm * POINTS_IN_MM)

/** A last paragraph of fewer characters goes whole to the page of the signature; a longer one fills a page by itself. */
export const HELD_WITH_SIGNATURE = 300
