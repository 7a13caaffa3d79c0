/** What sort of workshop a studio is. */
export const lines = ['名师工作室', '名校长工作室', '特级教师流动站', '骨干教师研修共同体', '银龄名师工作室'] as const
export type Line = (typeof lines)[number]

/** As what the ledger counts it. */
export const kinds = ['学区工作室', '区名师工作室', '市名校长名师培养'] as const
export type Kind = (typeof kinds)[number]

/** Who retired is in no register: the host of one of these may be a name alone. */
export const RETIRED: Line = '银龄名师工作室'
