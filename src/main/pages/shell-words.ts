import { defineWords } from '#ui/words.ts'

export const shellWords = defineWords(
  'shell',
  {
    menu: '学区菜单',
    account: '我的账号',
    switch: '换一个学区或集团',
    all: '全部学区和集团',
    mustChange: '您还在使用初始密码，请尽快修改。',
    change: '修改密码',
    home: '雁阵，今日',
    today: '今日',
    more: '更多',
    mobility: '教师流动',
    venues: '场馆与基地',
  },
  {
    menu: 'Cluster menu',
    account: 'My account',
    switch: 'Another cluster',
    all: 'All clusters',
    mustChange: 'You still use the first password; please change it soon.',
    change: 'Change password',
    home: 'Yanzhen, today',
    today: 'Today',
    more: 'More',
    mobility: 'Mobility',
    venues: 'Venues and sites',
  },
)
