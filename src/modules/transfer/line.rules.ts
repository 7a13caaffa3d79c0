/** 合计, 本页小计, 教师合计(人), 第一小学合计:12人; a name such as 张小计 is none: what stands before is a kind of thing. */
const total =
  /^(.{0,8}[页师生员程动次馆室园校学中职段年期月表办区镇团数类])?(合计|小计|总计|共计|累计|总数)(人数|数)?(\([^)]{1,4}\))?[:]?[\d,.]*(人|名|所|门|次|节|项|条)?(\([^)]{1,4}\))?$/
/** A quick look spares most cells the slow one: this runs for every cell of a ledger. */
const maybeTotal = /[计数]/
const foot =
  /^(填报单位|填报人|填报日期|填报时间|填表人|填表日期|制表人?|审核人?|审批人?|负责人|单位负责人|联系人|联系电话|联系方式|报送单位|报送日期|单位|日期|说明|备注|注|注意)[:]/
const title = /20\d{2}.*学年.*(表|册|台账|清单)$/

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '')

/**
 * Whether a line below the header is none of the table's rows: a total (wherever the word stands), a line about who filled
 * it in, a note, a line that numbers the columns, a title or header that is printed again on a new page.
 */
export function isAside(
  cells: readonly { column: number; text: string }[],
  titleOfColumn: ReadonlyMap<number, string>,
  plainTitle: (text: string) => string,
): boolean {
  if (cells.some(({ text }) => maybeTotal.test(text) && text.length < 24 && total.test(plain(text)))) return true
  const first = plain(cells[0]?.text ?? '')
  if (first === '1' && cells.length > 2) return cells.every(({ text }, at) => plain(text) === String(at + 1))
  if (foot.test(first)) return true
  if (cells.length === 1 && title.test(first)) return true
  return isHeaderAgain(cells, titleOfColumn, plainTitle)
}

/** Of a header that is printed again most cells are titles, so one of the first four is. */
function isHeaderAgain(
  cells: readonly { column: number; text: string }[],
  titleOfColumn: ReadonlyMap<number, string>,
  plainTitle: (text: string) => string,
): boolean {
  const isTitle = ({ column, text }: { column: number; text: string }) =>
    text.length < 30 && titleOfColumn.get(column) === plainTitle(text)
  if (!cells.slice(0, 4).some(isTitle)) return false
  const repeated = cells.filter(isTitle).length
  return repeated >= 2 && repeated * 2 > Math.min(cells.length, titleOfColumn.size)
}
