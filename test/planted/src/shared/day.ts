export const day = '2023-09-01'
