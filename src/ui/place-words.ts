import { defineWords } from './words.ts'

export const placeWords = defineWords(
  'place-fields',
  {
    paste: '粘贴经纬度',
    pasteHint: '如 121.40,31.07；也可以在下面的地图上点选',
    system: '从哪里复制来的',
    'WGS-84': '其他，WGS-84 坐标',
    'GCJ-02': '高德、腾讯地图',
    'BD-09': '百度地图',
    longitude: '经度',
    latitude: '纬度',
  },
  {
    paste: 'Paste a place',
    pasteHint: 'Such as 121.40,31.07; or press the map below',
    system: 'Copied from',
    'WGS-84': 'elsewhere, WGS-84',
    'GCJ-02': 'Amap or Tencent Maps',
    'BD-09': 'Baidu Maps',
    longitude: 'Longitude',
    latitude: 'Latitude',
  },
)
