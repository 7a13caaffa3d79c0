import type { Opening } from './hours.rules.ts'
import type { VenueKind } from './venue.rules.ts'

/** What a venue of the sample is, before it belongs to a school. */
export interface SampleVenue {
  name: string
  kind: VenueKind
  capacity: number
  needsApproval?: boolean
  openTo?: '所有人'
  minutesAfter?: number
  /** By day kind: 上学日 16:00-20:00. */
  hours: string
  equipment?: string
  safety?: string
}

const evening = '上学日 16:30-20:00；双休日 08:00-17:00；寒暑假 08:00-17:00'
const afternoon = '上学日 08:00-17:00；寒暑假 09:00-16:00'
const allDay = '上学日 08:00-17:30'
const weekend = '上学日 15:30-17:00；双休日 09:00-16:00'

const gym: SampleVenue = {
  name: '体育馆',
  kind: '体育场馆',
  capacity: 200,
  hours: evening,
  equipment: '篮球 只 20；羽毛球拍 副 24；计分牌 块 2',
  safety: '请穿软底鞋入场，器材用后归位。',
}
const field: SampleVenue = { name: '田径场', kind: '体育场馆', capacity: 500, openTo: '所有人', hours: evening }
const library: SampleVenue = { name: '图书馆', kind: '图书馆', capacity: 80, hours: afternoon }
const theatre: SampleVenue = {
  name: '报告厅',
  kind: '剧场与报告厅',
  capacity: 300,
  needsApproval: true,
  minutesAfter: 15,
  hours: allDay,
  equipment: '无线话筒 支 4；投影机 台 1',
}
const maker: SampleVenue = {
  name: '创客空间',
  kind: '创新实验室',
  capacity: 40,
  minutesAfter: 10,
  hours: weekend,
  equipment: '三维打印机 台 6；工具箱 套 10',
  safety: '使用热熔胶枪时请戴手套，须有教师在场。',
}
const lab = (name: string): SampleVenue => ({
  name,
  kind: '理科实验室',
  capacity: 48,
  needsApproval: true,
  minutesAfter: 20,
  hours: '上学日 15:00-17:00；双休日 09:00-12:00',
  safety: '进实验室须穿实验服，听从实验员安排。',
})
const listening: SampleVenue = { name: '外语听说测试教室', kind: '外语听说测试教室', capacity: 45, hours: weekend }
const pottery: SampleVenue = {
  name: '陶艺工作坊',
  kind: '工作坊',
  capacity: 30,
  hours: weekend,
  equipment: '拉坯机 台 10',
}
const play: SampleVenue = { name: '室内运动馆', kind: '体育场馆', capacity: 60, hours: afternoon }
const reading: SampleVenue = { name: '绘本阅览室', kind: '图书馆', capacity: 30, hours: afternoon }

/** What the schools of a stage have to offer; schools of the same stage take turns. */
const offers: Record<string, readonly (readonly SampleVenue[])[]> = {
  学前: [[play], [reading]],
  小学: [[gym], [maker, library], [pottery], [gym, theatre]],
  初中: [
    [gym, lab('物理实验室')],
    [listening, library],
    [maker, gym],
  ],
  高中: [
    [field, theatre, lab('化学实验室')],
    [gym, maker],
  ],
}

/** The venues of the nth school of its stage. */
export const sampleVenues = (stage: string, n: number): readonly SampleVenue[] => {
  const turns = offers[stage] ?? []
  return turns[n % Math.max(1, turns.length)] ?? []
}

const weekdaysOf = (kind: string) =>
  kind === '上学日' ? [1, 2, 3, 4, 5] : kind === '双休日' ? [6, 7] : [1, 2, 3, 4, 5, 6, 7]

/** '上学日 16:30-20:00；双休日 08:00-17:00' */
export const openingsIn = (hours: string): Opening[] =>
  hours.split('；').map((part) => {
    const [dayKind = '', times = ''] = part.split(' ')
    const [fromTime = '', untilTime = ''] = times.split('-')
    return { dayKind: dayKind as Opening['dayKind'], weekdays: weekdaysOf(dayKind), fromTime, untilTime }
  })

/** '篮球 只 20；计分牌 块 2' */
export const equipmentIn = (list: string): { name: string; unit: string; stock: number }[] =>
  list
    .split('；')
    .filter(Boolean)
    .map((one) => {
      const [name = '', unit = '', stock = ''] = one.split(' ')
      return { name, unit, stock: Number(stock) }
    })

export interface SampleSite {
  name: string
  kind: '社会场馆' | '企业' | '园区' | '社区' | '高校与科研院所'
  stages: string[]
  themes: string[]
  about: string
  venue: { name: string; capacity: number }
  /** Kilometres east and north of the middle of the cluster. */
  at: [number, number]
}

const site = (
  name: string,
  kind: SampleSite['kind'],
  about: string,
  more: Pick<SampleSite, 'stages' | 'themes' | 'venue' | 'at'>,
): SampleSite => ({ name, kind, about, ...more })

/** Invented partners. */
export const sampleSites: readonly SampleSite[] = [
  site('示例剪纸艺术馆', '社会场馆', '看剪纸作品，跟着传承人剪一幅。', { stages: ['小学', '初中'], themes: ['传统文化', '艺术'], venue: { name: '体验教室', capacity: 45 }, at: [0.6, 0.4] }),
  site('示例水文化馆', '社会场馆', '认识河道与水处理，动手测水质。', { stages: ['小学', '初中'], themes: ['生态环保', '科学'], venue: { name: '水质实验台', capacity: 40 }, at: [-1.2, 0.9] }),
  site('示例航天科普馆', '社会场馆', '参观火箭模型，体验模拟发射。', { stages: ['小学', '初中', '高中'], themes: ['科学', '航天'], venue: { name: '科普展厅', capacity: 80 }, at: [1.8, -0.7] }),
  site('示例新能源车企', '企业', '参观总装车间，听工程师讲职业。', { stages: ['初中', '高中'], themes: ['职业体验', '先进制造'], venue: { name: '参观通道', capacity: 50 }, at: [2.4, 1.5] }),
  site('示例食品工厂', '企业', '看一块面包怎样做出来。', { stages: ['小学'], themes: ['职业体验', '劳动'], venue: { name: '烘焙教室', capacity: 36 }, at: [-2.1, -1.1] }),
  site('示例机器人公司', '企业', '编一段程序，让机器人走迷宫。', { stages: ['初中', '高中'], themes: ['先进制造', '科学'], venue: { name: '机器人教室', capacity: 40 }, at: [1.1, 2.2] }),
  site('示例都市农园', '园区', '按节气种菜、收菜。', { stages: ['学前', '小学', '初中'], themes: ['劳动', '生态环保'], venue: { name: '学农田块', capacity: 60 }, at: [-2.8, 2.0] }),
  site('示例文创园', '园区', '走访设计工作室，做一件文创。', { stages: ['初中', '高中'], themes: ['艺术', '职业体验'], venue: { name: '设计工坊', capacity: 30 }, at: [0.2, -1.8] }),
  site('示例社区文化活动中心', '社区', '排练、演出和志愿服务。', { stages: ['小学', '初中'], themes: ['志愿服务', '艺术'], venue: { name: '多功能厅', capacity: 150 }, at: [-0.5, -0.4] }),
  site('示例消防救援站', '社区', '学用灭火器，体验逃生。', { stages: ['学前', '小学', '初中'], themes: ['安全教育'], venue: { name: '训练场', capacity: 80 }, at: [0.9, -0.9] }),
  site('示例大学工程训练中心', '高校与科研院所', '在车间里做一件金工作品。', { stages: ['高中'], themes: ['先进制造', '科学'], venue: { name: '金工车间', capacity: 32 }, at: [-1.6, -2.4] }),
  site('示例植物研究所', '高校与科研院所', '跟研究员认植物、做标本。', { stages: ['小学', '初中', '高中'], themes: ['科学', '生态环保'], venue: { name: '标本教室', capacity: 40 }, at: [-0.9, 1.9] }),
] // prettier-ignore
