/** Why a class, or a row of a ledger, does not count again. */
export const SAME_CLASS = '同一班级学习同一门课程，只算一次'
export const NOBODY_CAME = '没有到课记录'
export const DELIVERED_TOO = '已由共享授课计入'

/** What a course is told apart by where it is not in the repository: blanks, widths and capitals do not count. */
export const courseKeyOf = ({ entryId, name }: { entryId: string | null; name: string }): string =>
  entryId ?? name.normalize('NFKC').replace(/\s/g, '').toLowerCase()
