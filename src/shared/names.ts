/** 张三 → 张*, 欧阳修 → 欧**: the first character stays, so that rows can still be told apart a little. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name]
  return first + '*'.repeat(Math.max(1, rest.length))
}

/** 0112000017 → ********17: two characters stay, so that rows can still be told apart a little. */
export const maskStaffNo = (staffNo: string): string => '*'.repeat(Math.max(2, staffNo.length - 2)) + staffNo.slice(-2)
