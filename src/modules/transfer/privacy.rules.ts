const idNumber = /(?<![\d０-９])[\d０-９]{15}(?:[\d０-９]{2}[\d０-９xXｘＸ])?(?![\d０-９])/g
const stripped = /[\d０-９]{4}\*{11}(?:\*{3})?(?!\*)/

/** ID-card numbers (18 or 15 digits) never leave the user's file: 3101**************. */
export const withoutIdNumbers = (text: string): string =>
  text.replace(idNumber, (number) => number.slice(0, 4) + '*'.repeat(number.length - 4))

export const hasIdNumber = (text: string): boolean => withoutIdNumbers(text) !== text

/** Whether a text once held an ID number that was not kept. */
export const lostIdNumber = (text: string): boolean => text.includes('***********') && stripped.test(text)
