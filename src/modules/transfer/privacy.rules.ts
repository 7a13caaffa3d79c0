/** ID-card numbers (18 or 15 digits) never leave the user's file: 3101**************. */
export const withoutIdNumbers = (text: string): string =>
  text.replace(
    /(?<![\d０-９])[\d０-９]{15}(?:[\d０-９]{2}[\d０-９xXｘＸ])?(?![\d０-９])/g,
    (number) => number.slice(0, 4) + '*'.repeat(number.length - 4),
  )
