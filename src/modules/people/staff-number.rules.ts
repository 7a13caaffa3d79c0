/** A staff number without the zeros it may begin with: spreadsheets drop them. */
export const withoutZeros = (staffNo: string): string => staffNo.replace(/^0+(?=.)/, '')

/** Whether two staff numbers differ by nothing but leading zeros. */
export const ifSamePerson = (one: string, other: string): boolean =>
  one !== other && withoutZeros(one) === withoutZeros(other)

/** A staff number with the spellings that it may be on file under: with one and two zeros more, and without its own. */
export function spellingsOf(staffNo: string): string[] {
  const bare = withoutZeros(staffNo)
  return [...new Set([staffNo, `0${staffNo}`, `00${staffNo}`, bare, `0${bare}`, `00${bare}`])]
}
