import { usual } from './words.ts'

/** A made-up course, its text as long as real ones are; the same number is always the same course. */
export interface MadeCourse {
  n: number
  name: string
  stages: string[]
  subject: string | null
  theme: string | null
  kinds: string[]
  licence: string
  audience: string
  byline: string
  outline: string[]
  lessons: { title: string; text: string }[]
  /** What stands in a file that goes with it; of one in ten. */
  material: string
}

const pick = <V>(list: readonly V[], next: (n: number) => number): V => list[next(list.length)]!

function dice(seed: number) {
  let state = (seed * 2_654_435_761) % 2_147_483_647 || 1
  return (n: number) => (state = (state * 48_271) % 2_147_483_647) % n
}

/** Characters in the order of their sound, of which names are made that stand in few courses. */
const characters = [
  ...new TextDecoder('gbk').decode(
    Uint8Array.from({ length: 2 * 24 * 94 }, (_, n) =>
      n % 2 === 0 ? 0xb0 + Math.floor(n / 188) : 0xa1 + (((n - 1) / 2) % 94),
    ),
  ),
]
const rare = (() => {
  const next = dice(11)
  return Array.from({ length: 4000 }, () => pick(characters, next) + pick(characters, next))
})()

/** Words by how often they are used: the hundredth a hundredth as often as the first. */
const drawn = Array.from(
  { length: 8192 },
  (_, n) => usual[Math.floor(Math.exp((n / 8192) * Math.log(usual.length + 1))) - 1]!,
)

const marks = '，，，，。。。、；：'

/** One word: a name, a word of the topic, or any. */
function word(topic: number, next: (n: number) => number): string {
  const kind = next(40)
  if (kind < 2) return rare[(topic * 37 + next(next(4) === 0 ? 4000 : 40)) % rare.length]!
  return kind < 12 ? usual[60 + ((topic * 13 + next(24)) % (usual.length - 60))]! : drawn[next(8192)]!
}

/** A text of so many characters. */
function prose(length: number, topic: number, next: (n: number) => number): string {
  const parts: string[] = []
  for (let words = 1, long = 0; long < length; words++) {
    const one = word(topic, next) + (next(6) === 0 ? marks[next(marks.length)]! : '')
    parts.push(one)
    long += one.length
  }
  return parts.join('').slice(0, length)
}

export const subjects = ['语文', '数学', '英语', '科学', '美术', '音乐', '体育', '信息科技', '劳动', '道德与法治']
export const themes = ['非遗传承', '生态文明', '人工智能', '心理健康', '红色文化', '职业体验', '海洋教育', '国际理解']
const stages = ['学前', '小学', '初中', '高中', '中职', '长者']
const licences = ['署名', '署名-非商业', '署名-非商业-禁止改编', '仅限学区内使用']

export function madeCourse(n: number): MadeCourse {
  const next = dice(n + 1)
  const topic = next(400)
  const words = () => word(topic, next)
  const first = next(6)
  const themed = next(3) === 0
  return {
    n,
    name: `${words()}${words()}${['里的', '中的', '与', '探秘', '入门', ''][next(6)]}${words()}${next(20) === 0 ? n : ''}`,
    stages: next(4) === 0 ? stages.slice(first, first + 2) : [stages[first]!],
    subject: themed ? null : pick(subjects, next),
    theme: themed ? pick(themes, next) : null,
    kinds: ['共建', '特色', '精品', '长程'].filter(() => next(5) === 0),
    licence: pick(licences, next),
    audience: '公开',
    byline: `教师${characters[next(characters.length)]}${characters[next(characters.length)]}（第${next(36)}学校）`,
    outline: [80, 120, 200, 120, 80].map((length) => prose(length, topic, next)),
    lessons: Array.from({ length: 8 }, () => ({ title: words() + words(), text: prose(60, topic, next) })),
    material: n % 10 === 0 ? prose(20_000, topic, next) : '',
  }
}
