/** How many characters wide a text is: Latin letters and digits are half as wide. */
export const charactersOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '⺀' ? 1 : 0.5), 0)
