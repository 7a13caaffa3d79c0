/** 1,264 or 21.51: as it stands in a sentence. */
export const inShort = (value: number): string => value.toLocaleString('zh-CN', { maximumFractionDigits: 2 })
