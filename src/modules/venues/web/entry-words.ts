import { defineWords } from '#ui/words.ts'

export const entryWords = defineWords(
  'venues-entry',
  {
    edit: '修改',
    close: '停用',
    reopen: '恢复使用',
    basics: '基本情况',
    mapTitle: '在地图上',
    noPlace: '还没有标出位置',
  },
  {
    edit: 'Edit',
    close: 'Close',
    reopen: 'Reopen',
    basics: 'Basics',
    mapTitle: 'On the map',
    noPlace: 'No place yet',
  },
)
