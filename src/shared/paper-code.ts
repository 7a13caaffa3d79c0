/** Letters and digits that are not taken for one another when read from paper. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LENGTH = 12

/** The code of a paper, from random bytes: twelve signs, in groups of four. */
export const codeOf = (bytes: Uint8Array): string =>
  [...bytes.slice(0, LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')

/** As the paper shows it: 7K2M-…; typed with blanks, hyphens or small letters it is the same; so is the address that ends with it. */
export const codeInGroups = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-')
export const plainCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/^.*\//s, '')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
