/** The kinds of venues, in the order in which one chooses among them. */
export const venueKinds = [
  '体育场馆', '图书馆', '创新实验室', '理科实验室', '外语听说测试教室', '剧场与报告厅', '工作坊', '社会场馆', '企业实践基地', '其他',
] as const // prettier-ignore
export type VenueKind = (typeof venueKinds)[number]
