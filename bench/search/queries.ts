/** What is looked for: one character, two, more, Latin, digits, mixed, across punctuation, several words, nothing to find. */
export const queries = [
  ...['鸟', '的', '船', '陶', '3', 'a', '，', '沪'],
  ...['剪纸', '课程', '学生', '颛桥', '鸟类', 'ai', '3d', '的学'],
  ...[
    '人工智能',
    '黄浦江',
    '垃圾分类',
    '三维打印',
    '学生学习',
    '家长社区',
    '小组合作',
    '的学生活动',
    '初高中衔接',
    '学习的知识和',
    '红色革命',
    '学生能够通过',
  ],
  ...['Python', 'scratch', 'STEM', 'PBL项目化', '3D打印', '第12学校', 'Python编程', '101'],
  ...['学生，教师', '活动。学习', '观察、记录', '的，在学习'],
  ...['剪纸 小学', '学生 活动', '陶艺 黄浦江 编程', 'python 传感器', '颛桥 非遗 课堂', '的 了 在'],
  ...['量子纠缠', '海底两万里', '哈利波特与', 'zzzz', '鸟鸟鸟鸟'],
] as const

/** The same with something chosen, and the whole list. */
export const narrowed = [
  {},
  { stage: '小学' },
  { subject: '科学', kind: '精品' },
  { q: '学生', stage: '初中' },
  { q: '黄浦江', theme: '海洋教育' },
  { q: '的', area: '本学区' },
] as const
